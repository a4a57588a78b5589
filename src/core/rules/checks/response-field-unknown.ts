// An undocumented field in the response: new, or added by a proxy.

import { specification } from '../../../catalogue/citation.ts';
import type { EntityName } from '../../../catalogue/schema.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldPointers } from '../check-support/field-pointers.ts';
import { jsonType } from '../check-support/formats.ts';
import { formatOccurrences, groupSimilar } from '../check-support/group-similar.ts';
import { responseFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'response-field-unknown',
  title: 'Undocumented field in response',
  severity: 'note',
  order: 470,
  groupTitle: (count) => `${count} fields aren’t documented`,
  fix: 'Make your parser ignore unknown fields.',
  citation: specification,
  run(context) {
    return groupSimilar(responseFields(context).unknown).map(({ first, times }) => ({
      location: { in: 'response', pointer: first.pointer },
      observed: `the field ${quote(first.name, 60)}, ${jsonType(first.value)}${formatOccurrences(times)}`,
      expected: 'only documented fields',
      sentence: `The field ${quote(first.name, 60)} (${jsonType(first.value)}) isn’t documented${formatOccurrences(times)}.`,
    }));
  },
};

const pagination = { page: 1, pageSize: 50, pageCount: 0, itemCount: 0 };

export const examples: Examples = {
  fail: [{ request: 'GET /ProjectsUsers', responseBody: { pagination, items: [], links: {} } }],
  pass: [{ request: 'GET /ProjectsUsers', responseBody: { pagination, items: [] } }],
};

function objectPointers(entity: EntityName): string[] {
  return fieldPointers(entity).flatMap(({ row, pointer }) => (row.type === 'object' ? [pointer] : []));
}

export const mutations: Mutations = {
  request: ({ responseBody }) =>
    responseBody === undefined
      ? []
      : ['', ...objectPointers(responseBody)].map((pointer) => ({
          responseFields: { [`${pointer}/undocumented`]: 1 },
        })),
};
