// A field with the wrong JSON type.

import { specification } from '../../../catalogue/citation.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import { isObject } from '../../text/is-object.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { jsonType } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';
import { isNumberAsText } from './number-as-string.ts';

export const check: Check = {
  id: 'field-type',
  title: 'Wrong field type',
  severity: 'error',
  order: 240,
  fix: 'Send the documented type.',
  canCause: [400, 500],
  citation: specification,
  run(context) {
    const { operation, requestBody } = context;
    if (operation?.requestBody !== undefined && requestBody.kind === 'json' && !isObject(requestBody.value)) {
      return [
        {
          location: { in: 'request', pointer: '' },
          observed: jsonType(requestBody.value),
          expected: `a \`${operation.requestBody}\` object`,
          sentence: `The body is ${jsonType(requestBody.value)}, but must be a \`${operation.requestBody}\` object.`,
          fix: `Send a \`${operation.requestBody}\` object.`,
        },
      ];
    }
    return requestFields(context)
      .fields.filter(({ value }) => value !== undefined && value !== null)
      .filter(({ row, value }) => !hasType(value, row) && !isNumberAsText(value, row))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: `${jsonType(value)}, ${quoteJson(value, 60)}`,
        expected: typeNames[row.type],
        sentence: `${fieldName(pointer)} is ${jsonType(value)}, ${quoteJson(value, 60)}, but must be ${typeNames[row.type]}.`,
        fix: `Send ${typeNames[row.type]} as ${fieldName(pointer)}.`,
        citation: row.citation,
      }));
  },
};

/** Whether a value has the documented JSON type. Ignores its format. */
export function hasType(value: unknown, { type }: FieldRow): boolean {
  if (type === 'number' || type === 'integer') return typeof value === 'number';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'list') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === 'string';
}

export const typeNames: Readonly<Record<FieldRow['type'], string>> = {
  string: 'a string',
  uuid: 'a UUID string',
  'date-time': 'a date-time string',
  enum: 'one of the documented strings',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  object: 'an object',
  list: 'an array',
};

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: { name: 5, contactId: '{contactId}' } },
    { request: 'POST /Projects', requestBody: [] },
    {
      request: 'POST /Projects/{projectId}/Tasks',
      requestBody: { name: 'Tiling', chargeType: 'TIME', rate: 80 },
    },
  ],
  pass: [
    { request: 'POST /Projects' },
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '{contactId}', deadlineUtc: null } },
  ],
};

/** Values of every JSON type but the documented one. */
export function otherTypes({ type }: FieldRow): unknown[] {
  if (type === 'number' || type === 'integer') return ['many', [], true, {}];
  if (type === 'boolean') return ['true', [], 1, {}];
  if (type === 'object') return ['text', [], 5, true];
  if (type === 'list') return ['text', {}, 5, true];
  return [5, ['text'], true, { text: 'text' }];
}

export const mutations: Mutations = {
  request: ({ requestBody }) =>
    requestBody === undefined
      ? []
      : ['[]', '[{}]', 'null', '5', '"text"', 'true'].map((body) => ({ requestBody: body })),
  requestField: otherTypes,
};
