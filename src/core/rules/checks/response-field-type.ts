// A response field with an undocumented type: a strict parser fails on it.

import { specification } from '../../../catalogue/citation.ts';
import { isObject } from '../../text/is-object.ts';
import { quoteJson } from '../../text/quote.ts';
import { isUuid } from '../../text/uuid.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldNameInItem } from '../check-support/field-name.ts';
import { classifyTimestamp, jsonType } from '../check-support/formats.ts';
import { formatOccurrences, groupSimilar } from '../check-support/group-similar.ts';
import { responseFields } from '../check-support/walk-fields.ts';
import { hasType, otherTypes, typeNames } from './field-type.ts';

export const check: Check = {
  id: 'response-field-type',
  title: 'Undocumented type in response',
  severity: 'note',
  order: 480,
  groupTitle: (count) => `${count} fields have an undocumented type`,
  fix: 'Accept the type that Xero returns.',
  citation: specification,
  run(context) {
    const { operation, responseBody } = context;
    if (operation?.responseBody !== undefined && responseBody.kind === 'json' && !isObject(responseBody.value)) {
      return [
        {
          location: { in: 'response', pointer: '' },
          observed: jsonType(responseBody.value),
          expected: `a \`${operation.responseBody}\` object`,
          sentence: `The body is ${jsonType(responseBody.value)}, not a \`${operation.responseBody}\` object.`,
        },
      ];
    }
    // Xero returns null for fields that aren't set.
    const wrong = responseFields(context).fields.filter(
      ({ row, value }) => value !== undefined && value !== null && !(hasType(value, row) && hasFormat(value, row.type)),
    );
    return groupSimilar(wrong).map(({ first, times }) => ({
      location: { in: 'response', pointer: first.pointer },
      observed: `${jsonType(first.value)}, ${quoteJson(first.value, 60)}${formatOccurrences(times)}`,
      expected: typeNames[first.row.type],
      sentence: `${fieldNameInItem(first.pointer)} is ${jsonType(first.value)}, ${quoteJson(first.value, 60)}, not ${typeNames[first.row.type]}${formatOccurrences(times)}.`,
    }));
  },
};

function hasFormat(value: unknown, type: string): boolean {
  if (typeof value !== 'string') return true;
  if (type === 'uuid') return isUuid(value);
  return type !== 'date-time' || classifyTimestamp(value) !== 'unreadable';
}

const user = { userId: '740add2a-a703-4b8a-a670-1093919c2040', name: 'Avery Cole', email: 'avery@acme.example' };
const list = (item: object) => ({ pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 }, items: [item] });

export const examples: Examples = {
  fail: [
    { request: 'GET /ProjectsUsers', responseBody: list({ ...user, name: 5 }) },
    { request: 'GET /ProjectsUsers', responseBody: list({ ...user, userId: '42' }) },
    { request: 'GET /ProjectsUsers', responseBody: [] },
  ],
  pass: [
    { request: 'GET /ProjectsUsers', responseBody: list(user) },
    { request: 'GET /ProjectsUsers', responseBody: list({ ...user, name: null }) },
  ],
};

export const mutations: Mutations = {
  request: ({ responseBody }) =>
    responseBody === undefined ? [] : ['[]', 'null', '5', '"text"'].map((body) => ({ responseBody: body })),
  responseField: (row) => [
    // Two of the types, because responses have many fields.
    ...otherTypes(row).slice(0, 2),
    ...(row.type === 'uuid' ? ['42'] : []),
    ...(row.type === 'date-time' ? ['22/11/2026'] : []),
  ],
};
