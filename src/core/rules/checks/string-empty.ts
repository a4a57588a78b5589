// An empty or blank string where a value is required.

import { inference, responseCodes } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'string-empty',
  title: 'Empty string',
  severity: 'error',
  order: 230,
  fix: 'Send the name.',
  canCause: [400],
  citation: responseCodes,
  run(context) {
    return requestFields(context).fields.flatMap(({ row: { notEmpty }, pointer, value }) => {
      if (notEmpty === undefined || typeof value !== 'string' || value.trim() !== '') return [];
      // What Xero documents for empty strings may not apply to blank ones.
      const citation = value === '' ? notEmpty : inference;
      return [
        {
          location: { in: 'request', pointer },
          observed: quoteJson(value, 20),
          expected: 'a string that isn’t blank',
          sentence: `${fieldName(pointer)} is ${value === '' ? 'empty' : 'blank'}.`,
          fix: `Send a ${fieldName(pointer)} that isn’t empty.`,
          citation,
          ...(citation.basis === 'documented' ? {} : { severity: 'warning', certainty: 'likely' }),
        } as const,
      ];
    });
  },
};

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: { name: '', contactId: '{contactId}' } },
    { request: 'PUT /Projects/{projectId}', requestBody: { name: '  ' } },
    { request: 'POST /Projects/{projectId}/Tasks', requestBody: { ...task, name: '' } },
  ],
  pass: [{ request: 'POST /Projects' }],
};

export const mutations: Mutations = {
  requestField: ({ notEmpty }) => (notEmpty ? ['', '  ', '\n'] : []),
};
