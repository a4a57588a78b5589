// A number outside its documented range.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { formatRange, isInRange } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'number-out-of-range',
  title: 'Number out of range',
  severity: 'error',
  order: 320,
  fix: 'Send a number in the documented range.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row, value }) => typeof value === 'number' && !isInRange(value, row))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: quoteJson(value, 40),
        expected: formatRange(row),
        sentence: `${fieldName(pointer)} is ${quoteJson(value, 40)}, but must be ${formatRange(row)}.`,
        fix: `Send ${formatRange(row)} as ${fieldName(pointer)}.`,
        citation: row.citation,
      }));
  },
};

const time = (duration: number) => ({
  request: 'POST /Projects/{projectId}/Time',
  requestBody: { userId: '{userId}', taskId: '{taskId}', dateUtc: '2026-11-20T00:00:00Z', duration },
});

export const examples: Examples = { fail: [time(0), time(59_941), time(-1)], pass: [time(1), time(59_940)] };

export const mutations: Mutations = {
  requestField: ({ min, max }) => [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])],
};
