// A string above its documented length.

import { specification } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'string-too-long',
  title: 'String too long',
  severity: 'error',
  order: 260,
  fix: 'Shorten the string.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context).fields.flatMap(({ row, pointer, value }) =>
      row.maxLength === undefined || typeof value !== 'string' || value.length <= row.maxLength
        ? []
        : [
            {
              location: { in: 'request', pointer },
              observed: `${value.length} characters`,
              expected: `at most ${row.maxLength}`,
              sentence: `${fieldName(pointer)} has ${value.length} characters, and the limit is ${row.maxLength}.`,
              fix: `Shorten ${fieldName(pointer)} to ${row.maxLength} characters.`,
              citation: row.citation,
            } as const,
          ],
    );
  },
};

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

export const examples: Examples = {
  fail: [{ request: 'POST /Projects/{projectId}/Tasks', requestBody: { ...task, name: 'x'.repeat(101) } }],
  pass: [{ request: 'POST /Projects/{projectId}/Tasks', requestBody: { ...task, name: 'x'.repeat(100) } }],
};

export const mutations: Mutations = {
  requestField: ({ maxLength }) => (maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
};
