// Another scheme than Bearer, or none.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { isSuspect } from './token.ts';

export const check: Check = {
  id: 'token-not-bearer',
  title: 'Authorization is not Bearer',
  severity: 'error',
  fix: 'Write `Bearer`, a space and the access token.',
  explains: [401],
  provenBy: 'token-invalid',
  source: specification,
  run({ exchange }) {
    const { token } = exchange.request;
    if (token === undefined || token.kind === 'missing') return [];
    if (token.scheme.toLowerCase() === 'bearer' || !isSuspect(exchange)) return [];
    return [
      {
        where: { in: 'header', name: 'Authorization' },
        saw: token.scheme === '' ? 'a bare value without a scheme' : `the scheme ${quote(token.scheme, 20)}`,
        expected: 'the scheme `Bearer`',
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ token: { scheme: 'Basic' } }, { token: { scheme: '' } }],
  silent: [{ token: { scheme: 'bearer' } }, { token: { scheme: 'Basic' }, viaProxy: true, status: 400 }],
};
