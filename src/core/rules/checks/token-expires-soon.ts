// Less than a minute is left: the next call may be refused.

import { inference } from '../../../catalogue/citation.ts';
import type { Check, Examples } from './check.ts';
import { xeroToken } from './token.ts';

const soonSeconds = 60;

export const check: Check = {
  id: 'token-expires-soon',
  title: 'Token about to expire',
  severity: 'note',
  fix: 'Refresh the token now.',
  source: inference,
  run({ exchange }) {
    const expiresMs = xeroToken(exchange)?.expiresMs;
    const left = expiresMs === undefined ? Number.NaN : (expiresMs - exchange.startedMs) / 1000;
    if (!(left > 0 && left < soonSeconds)) return [];
    return [
      {
        where: { in: 'header', name: 'Authorization' },
        saw: `a token with ${Math.ceil(left)} s left`,
        expected: `more than ${soonSeconds} s`,
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ token: { expiresInMs: 59_000 } }],
  silent: [{}, { token: { expiresInMs: 61_000 } }],
};
