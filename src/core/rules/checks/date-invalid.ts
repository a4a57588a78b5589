// A date that isn't ISO 8601.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { classifyTimestamp } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'date-invalid',
  title: 'Date isn’t ISO 8601',
  severity: 'error',
  order: 300,
  fix: 'Send the date in the format of `toISOString()`: `2026-11-22T14:02:41Z`.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row, value }) => row.type === 'date-time' && typeof value === 'string')
      .filter(({ value }) => classifyTimestamp(value as string) === 'unreadable')
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: quoteJson(value, 60),
        sentence: `${fieldName(pointer)} is ${quoteJson(value, 60)}, which isn’t an ISO 8601 date.`,
        fix: `Send ${fieldName(pointer)} as ISO 8601 in UTC, such as \`2026-11-22T14:02:41Z\`.`,
        expected: 'ISO 8601 in UTC, such as `2026-11-22T14:02:41Z`',
        citation: row.citation,
      }));
  },
};

const project = (deadlineUtc: string) => ({
  request: 'POST /Projects',
  requestBody: { name: 'Attic', contactId: '{contactId}', deadlineUtc },
});

export const examples: Examples = {
  fail: [project('22/11/2026'), project('/Date(1763769600000)/'), project('2026-13-40T00:00:00Z'), project('')],
  pass: [project('2026-11-22T14:02:41Z'), project('2026-11-22T14:02:41.7933532Z'), project('2026-11-22T14:02:41')],
};

export const mutations: Mutations = {
  requestField: ({ type }) =>
    type === 'date-time'
      ? [
          '',
          '22/11/2026',
          '/Date(1763769600000)/',
          '2026-13-01T00:00:00Z',
          '2026-02-30T00:00:00Z',
          '2026-11-22T25:00:00Z',
          '2026-11-22T14:60:00Z',
          'Sun, 22 Nov 2026 14:02:41 GMT',
        ]
      : [],
};
