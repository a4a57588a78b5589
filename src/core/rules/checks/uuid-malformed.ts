// An id that is none.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { copiedId, isCopiedId } from './docs-example-id.ts';
import { isUuid } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'uuid-malformed',
  title: 'Malformed id',
  severity: 'error',
  fix: 'Send the id as Xero gave it.',
  explains: [400, 404, 500],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => row.type === 'uuid' && typeof value === 'string' && !isUuid(value))
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: quoteJson(value, 60),
        expected: 'a UUID',
        source: row.source,
        ...(isCopiedId(value as string) ? copiedId : {}),
      }));
  },
};

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '42' } },
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '00000000-0000-0000-000-000000000000' } },
  ],
  silent: [
    { call: 'POST /Projects' },
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '00F1A4E58F4A4B3C9F3A2F1C6D7E8A90' } },
  ],
};
