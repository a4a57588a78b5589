// A fraction where an integer is expected.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { isInRange } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'number-not-integer',
  title: 'Number isn’t an integer',
  severity: 'error',
  order: 330,
  fix: 'Round it to whole minutes.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row, value }) => row.type === 'integer' && typeof value === 'number' && isInRange(value, row))
      .filter(({ value }) => !Number.isInteger(value))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: quoteJson(value, 40),
        expected: `whole ${row.unit ?? 'numbers'}`,
        sentence: `${fieldName(pointer)} is ${quoteJson(value, 40)}, but must be whole ${row.unit ?? 'numbers'}.`,
        fix: `Send whole ${row.unit ?? 'numbers'} as ${fieldName(pointer)}.`,
        citation: row.citation,
      }));
  },
};

const time = (duration: number) => ({
  request: 'POST /Projects/{projectId}/Time',
  requestBody: { userId: '{userId}', taskId: '{taskId}', dateUtc: '2026-11-20T00:00:00Z', duration },
});

export const examples: Examples = { fail: [time(1.5)], pass: [time(90)] };

export const mutations: Mutations = {
  requestField: ({ type, min = 1 }) => (type === 'integer' ? [min + 0.5] : []),
};
