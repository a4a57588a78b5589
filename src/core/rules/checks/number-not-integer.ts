// A fraction where whole numbers are counted.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { isWithin } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'number-not-integer',
  title: 'Number is not whole',
  severity: 'error',
  fix: 'Round it to whole minutes.',
  explains: [400],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => row.type === 'integer' && typeof value === 'number' && isWithin(value, row))
      .filter(({ value }) => !Number.isInteger(value))
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: quoteJson(value, 40),
        expected: `whole ${row.unit ?? 'numbers'}`,
        source: row.source,
      }));
  },
};

const time = (duration: number) => ({
  call: 'POST /Projects/{projectId}/Time',
  sent: { userId: '{userId}', taskId: '{taskId}', dateUtc: '2026-11-20T00:00:00Z', duration },
});

export const examples: Examples = { fires: [time(1.5)], silent: [time(90)] };
