// No access token was sent.

import { specification } from '../../../catalogue/citation.ts';
import { namesTokenFault } from '../../diagnose/names-token-fault.ts';
import { effectiveStatus, sentByBackEnd } from '../../diagnose/outcome.ts';
import { isDirectToXero, senderOf } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { lastWithout } from '../check-support/proxy-adds.ts';

export const check: Check = {
  id: 'token-missing',
  title: 'No access token',
  severity: 'error',
  order: 10,
  fix: 'Send `Authorization: Bearer` with the access token.',
  canCause: [401],
  confirmedBy: 'token-invalid',
  citation: specification,
  run({ exchange, earlier }) {
    const { token } = exchange.request;
    if (token !== undefined && token.kind !== 'missing') return [];
    // A proxy may add the token: only a 401 from Xero proves that it didn't.
    if (!isDirectToXero(exchange) && effectiveStatus(exchange) !== 401) return [];
    if (lastWithout('token', exchange, earlier) !== undefined) return [];
    if (sentByBackEnd(exchange, 'authorization')) return [];
    // The proxy added a token, and Xero rejected that one.
    if (!isDirectToXero(exchange) && namesTokenFault(exchange)) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        sentence: token === undefined ? 'The request has no `Authorization` header.' : '`Authorization` has no token.',
        observed: token === undefined ? 'no such header in this request' : 'a header without a token',
        ...(isDirectToXero(exchange)
          ? { expected: '`Bearer` and a token' }
          : {
              expected: `a token, from the ${senderOf(exchange)} or your proxy`,
              certainty: 'possible',
              severity: 'warning',
            }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fail: [
    { token: null },
    { token: { kind: 'missing', fingerprint: '' } },
    { token: null, viaProxy: true, status: 401 },
    { token: null, viaProxy: true, status: 500, responseBody: { Status: 401, Detail: 'AuthenticationUnsuccessful' } },
  ],
  pass: [
    {},
    { token: null, viaProxy: true, status: 403 },
    { token: null, viaProxy: true, status: 401, responseBody: { Status: 401, Detail: 'TokenExpired: token expired' } },
    { token: null, viaProxy: true, status: 401, before: [30, 20, 10].map(workedWithout) },
    {
      token: null,
      viaProxy: true,
      status: 500,
      responseBody: { upstream: { status: 401 }, config: { headers: { Authorization: '[redacted]' } } },
    },
  ],
};

function workedWithout(secondsBefore: number) {
  return { token: null, viaProxy: true, status: 200, secondsBefore } as const;
}

export const mutations: Mutations = {
  request: () => [
    { token: null, viaProxy: false },
    { token: { kind: 'missing' }, viaProxy: false },
    { token: null, viaProxy: true, status: 401 },
  ],
};
