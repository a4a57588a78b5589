// The caller says that it cannot read JSON.

import { secondary } from '../../../catalogue/citation.ts';
import { header } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'accept-not-json',
  title: 'Accept without JSON',
  severity: 'warning',
  fix: 'Send `Accept: application/json`.',
  source: secondary('calcinai/xero-php issue 537', 'https://github.com/calcinai/xero-php/issues/537'),
  run({ exchange }) {
    const accept = header(exchange.request.headers, 'accept');
    if (accept === undefined || /(application|\*)\/(\*|([\w.+-]+\+)?json)/i.test(accept)) return [];
    return [
      {
        where: { in: 'header', name: 'Accept' },
        saw: quote(accept),
        expected: '`application/json`; a client was answered XML without it',
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ headers: { accept: 'text/xml' } }],
  silent: [
    {},
    { headers: { accept: '*/*' } },
    { headers: { accept: 'application/json, text/plain, */*' } },
    { headers: { accept: 'text/html, application/*' } },
  ],
};
