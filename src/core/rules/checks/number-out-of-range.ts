// A number beyond its documented bounds.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { boundsOf, isWithin } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'number-out-of-range',
  title: 'Number out of range',
  severity: 'error',
  fix: 'Send a number within the bounds.',
  explains: [400],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => typeof value === 'number' && !isWithin(value, row))
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: quoteJson(value, 40),
        expected: boundsOf(row),
        source: row.source,
      }));
  },
};

const time = (duration: number) => ({
  call: 'POST /Projects/{projectId}/Time',
  sent: { userId: '{userId}', taskId: '{taskId}', dateUtc: '2026-11-20T00:00:00Z', duration },
});

export const examples: Examples = { fires: [time(0), time(59_941), time(-1)], silent: [time(1), time(59_940)] };
