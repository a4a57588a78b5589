// Nobody was named: no access token was sent.

import { specification } from '../../../catalogue/citation.ts';
import { judgedStatus } from '../../diagnose/outcome.ts';
import { isDirect } from '../../model/exchange.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'token-missing',
  title: 'No access token',
  severity: 'error',
  fix: 'Send `Authorization: Bearer` and the access token.',
  explains: [401],
  provenBy: 'token-invalid',
  source: specification,
  run({ exchange }) {
    const { token } = exchange.request;
    if (token !== undefined && token.kind !== 'missing') return [];
    // A proxy may add the token itself: only Xero's 401 tells that it did not.
    if (!isDirect(exchange) && judgedStatus(exchange) !== 401) return [];
    return [
      {
        where: { in: 'header', name: 'Authorization' },
        saw: token === undefined ? 'the page sent no such header' : 'the header holds no token',
        ...(isDirect(exchange)
          ? { expected: '`Bearer` and a token' }
          : { expected: 'a token, from the page or added by your proxy', sure: 'possible', severity: 'warning' }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fires: [
    { token: null },
    { token: { kind: 'missing', fingerprint: '' } },
    { token: null, viaProxy: true, status: 401 },
    { token: null, viaProxy: true, status: 500, answer: { Status: 401, Detail: 'AuthenticationUnsuccessful' } },
  ],
  silent: [{}, { token: null, viaProxy: true, status: 403 }],
};
