// A date in another time zone, or without one: the day may shift.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { classifyTimestamp } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'date-not-utc',
  title: 'Date isn’t UTC',
  severity: 'warning',
  order: 310,
  fix: 'Send the date in UTC, with a Z at the end.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row }) => row.type === 'date-time')
      .flatMap(({ row, pointer, value }) => {
        const moment = typeof value === 'string' ? classifyTimestamp(value) : 'utc';
        if (moment !== 'no-zone' && moment !== 'other-zone') return [];
        return [
          {
            location: { in: 'request', pointer },
            observed: `${quoteJson(value, 60)}, ${moment === 'no-zone' ? 'without a time zone' : 'in another time zone'}`,
            expected: 'UTC, such as `2026-11-22T14:02:41Z`',
            sentence: `${fieldName(pointer)} is ${quoteJson(value, 60)}, ${moment === 'no-zone' ? 'without a time zone' : 'in another time zone'}.`,
            fix: `Send ${fieldName(pointer)} in UTC, with a Z at the end.`,
            certainty: 'possible',
            citation: row.citation,
          } as const,
        ];
      });
  },
};

const project = (deadlineUtc: string) => ({
  request: 'POST /Projects',
  requestBody: { name: 'Attic', contactId: '{contactId}', deadlineUtc },
});

export const examples: Examples = {
  fail: [project('2026-11-22T14:02:41'), project('2026-11-22'), project('2026-11-22T14:02:41+13:00')],
  pass: [project('2026-11-22T14:02:41Z'), project('2026-11-22T14:02:41+00:00'), project('22/11/2026')],
};

export const mutations: Mutations = {
  requestField: ({ type }) =>
    type === 'date-time'
      ? ['2026-11-22', '2026-11-22T14:02:41', '2026-11-22T14:02:41+13:00', '2026-11-22T14:02-0500']
      : [],
};
