// The Accept header excludes JSON.

import { secondary } from '../../../catalogue/citation.ts';
import { getHeader } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'accept-not-json',
  title: 'Accept header excludes JSON',
  severity: 'warning',
  order: 450,
  fix: 'Send `Accept: application/json`.',
  citation: secondary('calcinai/xero-php issue 537', 'https://github.com/calcinai/xero-php/issues/537'),
  run({ exchange }) {
    const accept = getHeader(exchange.request.headers, 'accept');
    if (accept === undefined || /(application|\*)\/(\*|([\w.+-]+\+)?json)/i.test(accept)) return [];
    return [
      {
        location: { in: 'header', name: 'Accept' },
        observed: quote(accept),
        sentence: `\`Accept\` is ${quote(accept)}, so the response may not be JSON.`,
        expected: '`application/json` (a client got XML without it)',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ headers: { accept: 'text/xml' } }],
  pass: [
    {},
    { headers: { accept: '*/*' } },
    { headers: { accept: 'application/json, text/plain, */*' } },
    { headers: { accept: 'text/html, application/*' } },
  ],
};

export const mutations: Mutations = {
  headers: [{ accept: 'text/xml' }, { accept: 'text/html, image/*' }, { accept: '' }],
};
