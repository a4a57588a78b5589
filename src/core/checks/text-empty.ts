// A name that is there and says nothing.

import { responseCodes } from '../../catalogue/source.ts';
import { quoteJson } from '../quote.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './fields.ts';

export const check: Check = {
  id: 'text-empty',
  title: 'Empty text',
  severity: 'error',
  fix: 'Send the name.',
  explains: [400],
  source: responseCodes,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => row.notEmpty && typeof value === 'string' && value.trim() === '')
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: quoteJson(value, 20),
        expected: 'a text that is not blank',
        source: row.longest === undefined ? responseCodes : row.source,
      }));
  },
};

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: '', contactId: '{contactId}' } },
    { call: 'PUT /Projects/{projectId}', sent: { name: '  ' } },
  ],
  silent: [{ call: 'POST /Projects' }],
};
