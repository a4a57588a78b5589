// A name that is there and says nothing.

import { inference, responseCodes } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'string-empty',
  title: 'Empty text',
  severity: 'error',
  fix: 'Send the name.',
  explains: [400],
  source: responseCodes,
  run(call) {
    return sentFields(call).fields.flatMap(({ row: { notEmpty }, pointer, value }) => {
      if (notEmpty === undefined || typeof value !== 'string' || value.trim() !== '') return [];
      // What Xero says of empty texts need not hold for blank ones.
      const source = value === '' ? notEmpty : inference;
      return [
        {
          where: { in: 'request', pointer },
          saw: quoteJson(value, 20),
          expected: 'a text that is not blank',
          source,
          ...(source.basis === 'documented' ? {} : { severity: 'warning', sure: 'likely' }),
        } as const,
      ];
    });
  },
};

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: '', contactId: '{contactId}' } },
    { call: 'PUT /Projects/{projectId}', sent: { name: '  ' } },
    { call: 'POST /Projects/{projectId}/Tasks', sent: { ...task, name: '' } },
  ],
  silent: [{ call: 'POST /Projects' }],
};
