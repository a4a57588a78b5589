// Cookies have no business at Xero, and they make headers too large.

import { isSuccess } from '../../diagnose/outcome.ts';
import { isDirectToXero } from '../../model/exchange.ts';
import type { Check, Examples } from '../check-support/check.ts';
import { cookieBytes, headerSource } from '../check-support/header-size.ts';

/** From here on they are half of what Xero takes of headers. Characters. */
const MANY_COOKIE_BYTES = 4_096;

export const check: Check = {
  id: 'cookies-forwarded',
  title: 'Cookies sent along',
  severity: 'warning',
  order: 430,
  fix: 'Take the `Cookie` header off before the call goes to Xero.',
  citation: headerSource,
  run({ exchange }) {
    const size = cookieBytes(exchange);
    if (size === 0) return [];
    const direct = isDirectToXero(exchange);
    // A page sends its cookies to its own proxy; whether that passes them on shows only in a refusal.
    if (!direct && (size < MANY_COOKIE_BYTES || isSuccess(exchange))) return [];
    return [
      {
        location: { in: 'header', name: 'Cookie' },
        observed: `${size} characters of cookies`,
        expected: direct ? 'none: Xero goes by the token' : 'that your proxy drops them',
        ...(direct ? {} : { certainty: 'possible', severity: 'note' }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fail: [
    { headers: { cookie: '[2 cookies, 60 characters, not kept]' } },
    { headers: { cookie: '[9 cookies, 5000 characters, not kept]' }, viaProxy: true },
  ],
  pass: [{}, { headers: { cookie: '[2 cookies, 60 characters, not kept]' }, viaProxy: true }],
};
