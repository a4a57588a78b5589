// A JWT from another issuer than Xero.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { lastWithout } from '../check-support/proxy-adds.ts';
import { issuer, mayExplainFailure } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-wrong-issuer',
  title: 'Token from another issuer',
  severity: 'error',
  order: 40,
  fix: 'Send the access token that identity.xero.com issued.',
  canCause: [401],
  confirmedBy: 'token-invalid',
  citation: gatewayRecording,
  run({ exchange, earlier }) {
    const { token } = exchange.request;
    if (token?.kind !== 'jwt' || token.issuer === issuer || !mayExplainFailure(exchange)) return [];
    if (lastWithout('token', exchange, earlier) !== undefined) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: token.issuer === undefined ? 'a JWT without an issuer' : `the issuer ${quote(token.issuer)}`,
        sentence:
          token.issuer === undefined
            ? 'The token has no issuer, so it isn’t Xero’s.'
            : `The token is from the issuer ${quote(token.issuer)}, not from \`${issuer}\`.`,
        expected: `the issuer \`${issuer}\``,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { token: { issuer: 'https://login.example.com' } },
    { token: { issuer: undefined }, viaProxy: true, status: 401 },
  ],
  pass: [{}, { token: { issuer: 'https://app.example' }, viaProxy: true }],
};

export const mutations: Mutations = {
  request: () => ['https://login.example', undefined].map((issuer) => ({ token: { issuer }, viaProxy: false })),
};
