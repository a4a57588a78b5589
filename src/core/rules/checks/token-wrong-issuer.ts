// A JWT, but not one that Xero gave out.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { isSuspect, issuer } from './token.ts';

export const check: Check = {
  id: 'token-wrong-issuer',
  title: 'Token of another issuer',
  severity: 'error',
  fix: 'Send the access token that identity.xero.com gave out.',
  explains: [401],
  provenBy: 'token-invalid',
  source: gatewayRecording,
  run({ exchange }) {
    const { token } = exchange.request;
    if (token?.kind !== 'jwt' || token.issuer === issuer || !isSuspect(exchange)) return [];
    return [
      {
        where: { in: 'header', name: 'Authorization' },
        saw: token.issuer === undefined ? 'a JWT that names no issuer' : `the issuer ${quote(token.issuer)}`,
        expected: `the issuer \`${issuer}\``,
      },
    ];
  },
};

export const examples: Examples = {
  fires: [
    { token: { issuer: 'https://login.example.com' } },
    { token: { issuer: undefined }, viaProxy: true, status: 401 },
  ],
  silent: [{}, { token: { issuer: 'https://app.example' }, viaProxy: true }],
};
