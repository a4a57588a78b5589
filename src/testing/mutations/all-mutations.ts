// The mutations that the checks' files export, for each operation.

import type { OperationId, OperationRow } from '../../catalogue/operations.ts';
import type { Mutations, RequestMutation } from '../../core/rules/check-support/check.ts';
import { fieldPointers } from '../../core/rules/check-support/field-pointers.ts';
import { fieldsToOmit } from '../arbitraries/valid-request.ts';

export interface CheckMutation {
  readonly checkId: string;
  readonly change: RequestMutation;
}

/** The id of a check is the name of its file. */
const checks = Object.entries(
  import.meta.glob<{ mutations?: Mutations }>('../../core/rules/checks/*.ts', { eager: true }),
).map(([path, { mutations = {} }]) => ({ checkId: path.replace(/^.*\/|\.ts$/g, ''), mutations }));

/** All that apply to requests of an operation. */
export function mutationsOf(operation: OperationRow & { readonly id: OperationId }): CheckMutation[] {
  return checks.flatMap(({ checkId, mutations }) =>
    changesOf(mutations, operation).map((change) => ({ checkId, change })),
  );
}

function changesOf(
  { headers = [], request, requestField, responseField, parameter }: Mutations,
  operation: OperationRow & { readonly id: OperationId },
): RequestMutation[] {
  const { requestBody, responseBody, query } = operation;
  const sent =
    requestBody === undefined
      ? []
      : fieldPointers(requestBody).filter(({ row }) => !fieldsToOmit(operation.id).includes(row.name));
  const returned = responseBody === undefined ? [] : fieldPointers(responseBody);
  return [
    ...headers.map((each) => ({ headers: each })),
    ...(request?.(operation) ?? []),
    ...sent.flatMap(({ row, pointer }) =>
      (requestField?.(row, operation) ?? []).map((value) => ({ requestFields: { [pointer]: value } })),
    ),
    ...returned.flatMap(({ row, pointer }) =>
      (responseField?.(row) ?? []).map((value) => ({ responseFields: { [pointer]: value } })),
    ),
    ...query.flatMap((row) => (parameter?.(row) ?? []).map((value) => ({ query: [[row.name, value]] as const }))),
  ];
}

/** Names a mutation in the output of tests. */
export function describeMutation({ checkId, change }: CheckMutation): string {
  return `${checkId} ${JSON.stringify(change, (_, value) => shorten(value === undefined ? '[left out]' : value))}`;
}

function shorten(value: unknown): unknown {
  return typeof value === 'string' && value.length > 100
    ? `${value.slice(0, 40)}… (${value.length} characters)`
    : value;
}
