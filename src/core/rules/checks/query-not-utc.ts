// A moment of another zone, or of none, in the query. A plus sign in it is read as a space besides.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { readMoment } from './formats.ts';
import { parametersOf } from './query-parameters.ts';

export const check: Check = {
  id: 'query-not-utc',
  title: 'Parameter is not UTC',
  severity: 'note',
  fix: 'Send the moment in UTC, with a Z at its end.',
  source: specification,
  run(call) {
    return parametersOf(call).flatMap(({ name, row, values: [value = ''] }) => {
      if (row?.type !== 'date-time') return [];
      const moment = readMoment(value);
      if (moment === 'utc' || moment === 'unreadable') return [];
      return [
        {
          where: { in: 'query', name },
          saw: `${quote(value, 40)}, ${moment === 'no-zone' ? 'without a zone' : 'of another zone'}`,
          expected: 'UTC, such as `2026-11-22T14:02:41Z`',
          sure: 'possible',
        } as const,
      ];
    });
  },
};

export const examples: Examples = {
  fires: [{ call: 'GET /Projects/{projectId}/Time?dateAfterUtc=2026-11-22' }],
  silent: [{ call: 'GET /Projects/{projectId}/Time?dateAfterUtc=2026-11-22T00:00:00Z' }],
};
