// A date in another form than ISO 8601.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { readMoment } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'date-invalid',
  title: 'Date is not ISO 8601',
  severity: 'error',
  fix: 'Send the date as `toISOString()` writes it: `2026-11-22T14:02:41Z`.',
  explains: [400],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => row.type === 'date-time' && typeof value === 'string')
      .filter(({ value }) => readMoment(value as string) === 'unreadable')
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: quoteJson(value, 60),
        expected: 'ISO 8601 in UTC, such as `2026-11-22T14:02:41Z`',
        source: row.source,
      }));
  },
};

const project = (deadlineUtc: string) => ({
  call: 'POST /Projects',
  sent: { name: 'Attic', contactId: '{contactId}', deadlineUtc },
});

export const examples: Examples = {
  fires: [project('22/11/2026'), project('/Date(1763769600000)/'), project('2026-13-40T00:00:00Z'), project('')],
  silent: [project('2026-11-22T14:02:41Z'), project('2026-11-22T14:02:41.7933532Z'), project('2026-11-22T14:02:41')],
};
