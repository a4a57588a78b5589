// The token expires within a minute: the next request may be rejected.

import { inference } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { usableToken } from '../check-support/token.ts';

const SOON_SECONDS = 60;

export const check: Check = {
  id: 'token-expires-soon',
  title: 'Access token expires soon',
  severity: 'note',
  order: 60,
  fix: 'Refresh the token now.',
  citation: inference,
  run({ exchange }) {
    const expiresMs = usableToken(exchange)?.expiresMs;
    const left = expiresMs === undefined ? Number.NaN : (expiresMs - exchange.startedMs) / 1000;
    if (!(left > 0 && left < SOON_SECONDS)) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: `a token with ${Math.ceil(left)} s left`,
        sentence: `The token had ${Math.ceil(left)} s left.`,
        expected: `more than ${SOON_SECONDS} s left`,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ token: { expiresInMs: 59_000 } }],
  pass: [{}, { token: { expiresInMs: 61_000 } }],
};

export const mutations: Mutations = {
  request: () => [1, 59_999].map((expiresInMs) => ({ token: { expiresInMs }, viaProxy: false })),
};
