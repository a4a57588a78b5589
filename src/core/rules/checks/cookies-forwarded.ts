// Cookies are useless to Xero and count towards its limit for headers.

import { isSuccess } from '../../diagnose/outcome.ts';
import { isDirectToXero, isMadeByServer } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { cookieBytes, headerCitation } from '../check-support/header-size.ts';

/** Half of what Xero accepts for all headers. */
const MANY_COOKIE_BYTES = 4_096;

export const check: Check = {
  id: 'cookies-forwarded',
  title: 'Cookies in the request',
  severity: 'warning',
  order: 430,
  fix: 'Remove the `Cookie` header before the request goes to Xero.',
  citation: headerCitation,
  run({ exchange }) {
    const size = cookieBytes(exchange);
    if (size === 0) return [];
    const direct = isDirectToXero(exchange);
    // A page sends its cookies to its own proxy. Only a rejection shows that the proxy forwarded them.
    if (!direct && (isMadeByServer(exchange) || size < MANY_COOKIE_BYTES || isSuccess(exchange))) return [];
    return [
      {
        location: { in: 'header', name: 'Cookie' },
        observed: `${size} characters of cookies`,
        sentence: direct
          ? `The request has ${size} characters of cookies, which Xero doesn’t need.`
          : `The page sent ${size} characters of cookies, and your proxy may forward them to Xero.`,
        expected: direct ? 'none, because Xero uses the token' : 'your proxy to remove them',
        ...(direct ? {} : { certainty: 'possible', severity: 'note' }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fail: [
    { headers: { cookie: '[redacted, 2 cookies, 60 characters]' } },
    { headers: { cookie: '[redacted, 9 cookies, 5000 characters]' }, viaProxy: true },
  ],
  pass: [
    {},
    { headers: { cookie: '[redacted, 2 cookies, 60 characters]' }, viaProxy: true },
    { headers: { cookie: '[redacted, 9 cookies, 5000 characters]' }, viaProxy: true, isMadeByServer: true },
  ],
};

export const mutations: Mutations = {
  request: () => [
    { headers: { cookie: '[redacted, 2 cookies, 60 characters]' }, viaProxy: false },
    { headers: { cookie: '[redacted, 9 cookies, 4096 characters]' }, viaProxy: true, status: 500 },
  ],
};
