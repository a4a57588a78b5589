// A timestamp in the query in another time zone, or without one. An unencoded plus sign is also decoded as a space.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { classifyTimestamp } from '../check-support/formats.ts';
import { readParameters } from '../check-support/query-parameters.ts';

export const check: Check = {
  id: 'query-not-utc',
  title: 'Parameter isn’t UTC',
  severity: 'note',
  order: 170,
  fix: 'Send the time in UTC, with a Z at the end.',
  citation: specification,
  run(context) {
    return readParameters(context).flatMap(({ name, row, values: [value = ''] }) => {
      if (row?.type !== 'date-time') return [];
      const moment = classifyTimestamp(value);
      if (moment === 'utc' || moment === 'unreadable') return [];
      return [
        {
          location: { in: 'query', name },
          observed: `${quote(value, 40)}, ${moment === 'no-zone' ? 'without a time zone' : 'in another time zone'}`,
          sentence: `${quote(name, 60)} is ${quote(value, 40)}, ${moment === 'no-zone' ? 'without a time zone' : 'in another time zone'}.`,
          expected: 'UTC, such as `2026-11-22T14:02:41Z`',
          certainty: 'possible',
        } as const,
      ];
    });
  },
};

export const examples: Examples = {
  fail: [{ request: 'GET /Projects/{projectId}/Time?dateAfterUtc=2026-11-22' }],
  pass: [{ request: 'GET /Projects/{projectId}/Time?dateAfterUtc=2026-11-22T00:00:00Z' }],
};

export const mutations: Mutations = {
  parameter: ({ type }) =>
    type === 'date-time' ? ['2026-11-22', '2026-11-22T14:02:41', '2026-11-22T14:02:41+13:00'] : [],
};
