// A malformed UUID.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import { isSpecExampleUuid, isUuid } from '../../text/uuid.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { docsExampleResult } from '../check-support/docs-example-id.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'uuid-malformed',
  title: 'Malformed ID',
  severity: 'error',
  order: 290,
  fix: 'Send the ID exactly as Xero returned it.',
  canCause: [400, 404, 500],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row, value }) => row.type === 'uuid' && typeof value === 'string' && !isUuid(value))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: quoteJson(value, 60),
        expected: 'a UUID',
        sentence: `${fieldName(pointer)} is ${quoteJson(value, 60)}, which isn’t a UUID.`,
        fix: `Send ${fieldName(pointer)} exactly as Xero returned it.`,
        citation: row.citation,
        ...(isSpecExampleUuid(value as string) ? docsExampleResult : {}),
      }));
  },
};

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '42' } },
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '00000000-0000-0000-000-000000000000' } },
  ],
  pass: [
    { request: 'POST /Projects' },
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '00F1A4E58F4A4B3C9F3A2F1C6D7E8A90' } },
  ],
};

export const mutations: Mutations = {
  requestField: ({ type }) =>
    type === 'uuid'
      ? ['', '42', 'undefined', '00000000-0000-0000-000-000000000000', 'g47ac10b-58cc-4372-a567-0e02b2c3d479']
      : [],
};
