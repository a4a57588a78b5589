// A query value of the wrong type: not a number, UUID, enum value or date.

import { specification } from '../../../catalogue/citation.ts';
import type { ParameterRow } from '../../../catalogue/schema.ts';
import { quote } from '../../text/quote.ts';
import { isSpecExampleUuid, isUuid } from '../../text/uuid.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { docsExampleResult } from '../check-support/docs-example-id.ts';
import { classifyTimestamp, formatList, lowercaseFirst } from '../check-support/formats.ts';
import { readParameters } from '../check-support/query-parameters.ts';

export const check: Check = {
  id: 'query-value',
  title: 'Invalid parameter value',
  severity: 'error',
  order: 140,
  fix: 'Send a documented value, or remove the parameter.',
  canCause: [400, 404],
  citation: specification,
  run(context) {
    return readParameters(context).flatMap(({ name, row, values }) => {
      // The effect of an empty parameter isn't documented.
      const wrong = row && values.find((value) => value !== '' && !isReadable(value, row));
      if (row === undefined || wrong === undefined) return [];
      return [
        {
          location: { in: 'query', name },
          observed: quote(wrong, 60),
          sentence: `${quote(name, 60)} is ${quote(wrong, 60)}, which isn’t a valid value.`,
          fix: `Send a valid ${quote(name, 60)}: ${expected(wrong, row)}.`,
          expected: expected(wrong, row),
          citation: row.citation,
          // Only prose documents the enum, and ASP.NET parses enum names in any case.
          certainty: row.values?.includes(wrong.toUpperCase())
            ? 'possible'
            : row.type === 'enum'
              ? 'likely'
              : 'certain',
          ...(row.type === 'uuid' && isSpecExampleUuid(wrong) ? docsExampleResult : {}),
        } as const,
      ];
    });
  },
};

function isReadable(value: string, { type, values }: ParameterRow): boolean {
  if (type === 'integer') return /^-?\d+$/.test(value.trim());
  if (type === 'boolean') return /^(true|false)$/i.test(value);
  if (type === 'uuid') return isUuid(value);
  if (type === 'date-time') return classifyTimestamp(value) !== 'unreadable';
  return type !== 'enum' || (values ?? []).includes(value);
}

function expected(value: string, { type, values, rule }: ParameterRow): string {
  if (type !== 'enum') return lowercaseFirst(rule);
  const near = didYouMean(value, values ?? []);
  return near ? `${formatList(values ?? [])} (perhaps \`${near}\`)` : formatList(values ?? []);
}

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects?states=DRAFT' },
    { request: 'GET /Projects?states=INPROGRESS,DRAFT' },
    { request: 'GET /Projects?page=two' },
    { request: 'GET /Projects?projectIds={projectId},42' },
    { request: 'GET /Projects?contactID=00000000-0000-0000-000-000000000000' },
    { request: 'GET /Projects/{projectId}/Time?dateAfterUtc=22/11/2026' },
    { request: 'GET /Projects/{projectId}/Time?isChargeable=yes' },
  ],
  pass: [
    { request: 'GET /Projects?states=INPROGRESS' },
    { request: 'GET /Projects?states=INPROGRESS,CLOSED' },
    { request: 'GET /Projects?projectIds={projectId},{projectId}' },
    {
      request:
        'GET /Projects/{projectId}/Time?states=ACTIVE,LOCKED&dateAfterUtc=2026-11-22T00:00:00Z&isChargeable=true',
    },
  ],
};

function unreadable(row: ParameterRow): readonly string[] {
  const values: Partial<Record<ParameterRow['type'], readonly string[]>> = {
    integer: ['two', '1.5', '1e1', '0x1', 'NaN'],
    boolean: ['yes', '1'],
    uuid: ['42', '254553fa-2be8-4991-bd5e-70a97ea12ef', '{}'],
    'date-time': ['yesterday', '22/11/2026', '2026-02-30', '2026-11-22T25:00:00Z', '1763769600000'],
    enum: ['UNHEARD_OF', validValue(row).toLowerCase()],
  };
  return values[row.type] ?? [];
}

/** A value that the parameter takes. */
export function validValue({ type, min = 1, values: [first = ''] = [] }: ParameterRow): string {
  const valid: Partial<Record<ParameterRow['type'], string>> = {
    integer: `${min}`,
    boolean: 'true',
    uuid: '254553fa-2be8-4991-bd5e-70a97ea12ef8',
    'date-time': '2026-11-22T14:02:41Z',
  };
  return valid[type] ?? first;
}

export const mutations: Mutations = {
  parameter: (row) => {
    const values = unreadable(row);
    return row.commaSeparated ? [...values, `${validValue(row)},${values[0]}`] : values;
  },
};
