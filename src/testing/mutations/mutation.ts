// How a valid call is spoiled so that one check, and no other, has to speak of it.

import type { OperationId } from '../../catalogue/operations.ts';
import type { Mutations } from '../../core/rules/check-support/check.ts';
import type { ValidCall } from '../arbitraries/valid-call.ts';
import type { JsonObject } from '../arbitraries/valid-value.ts';
import { root } from '../exchange.ts';

export interface Mutation {
  readonly name: string;
  /** The id of the check. */
  readonly fires: string;
  /** The operations that it can be made to; all where left out. */
  readonly of?: readonly OperationId[];
  /** `undefined`: this call has not what is to be spoiled. */
  readonly mutate: (call: ValidCall) => ValidCall | undefined;
}

/** The mutations that check files export. The id of a check is the name of its file. */
export const mutationsOfChecks: readonly (readonly [checkId: string, mutations: Mutations])[] = Object.entries(
  import.meta.glob<{ mutations?: Mutations }>('../../core/rules/checks/*.ts', { eager: true }),
).flatMap(([path, { mutations }]) => (mutations ? [[path.replace(/^.*\/|\.ts$/g, ''), mutations] as const] : []));

export type Path = readonly (string | number)[];

/** The call as a page makes it that calls Xero itself. */
export function direct(call: ValidCall): ValidCall {
  return { ...call, root };
}

export function answered(call: ValidCall, status: number): ValidCall {
  return { ...call, status };
}

/** Headers as they were, with these in place; `undefined` takes one away. */
export function withHeaders(call: ValidCall, changes: Readonly<Record<string, string | undefined>>): ValidCall {
  const headers = Object.entries({ ...call.headers, ...changes }).filter(([, value]) => value !== undefined);
  return { ...call, headers: Object.fromEntries(headers) as Record<string, string> };
}

/** `value` with `inside` at `path`, or without anything there (`absent`); `undefined` where the path leads nowhere. */
export function changedAt(value: unknown, path: Path, inside: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return inside;
  if (typeof value !== 'object' || value === null) return undefined;
  if (rest.length === 0 && inside === absent) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== first));
  }
  const changed = changedAt((value as JsonObject)[first], rest, inside);
  if (changed === undefined) return undefined;
  return Array.isArray(value) ? value.with(Number(first), changed) : { ...value, [first]: changed };
}

export const absent = Symbol('absent');
