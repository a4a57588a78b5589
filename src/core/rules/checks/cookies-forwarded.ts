// Cookies have no business at Xero, and they make headers too large.

import { isSuccess } from '../../diagnose/outcome.ts';
import { isDirect } from '../../model/exchange.ts';
import type { Check, Examples } from './check.ts';
import { cookiesOf, headerSource } from './header-size.ts';

/** From here on they are half of what Xero takes of headers. Characters. */
const many = 4_096;

export const check: Check = {
  id: 'cookies-forwarded',
  title: 'Cookies sent along',
  severity: 'warning',
  fix: 'Take the `Cookie` header off before the call goes to Xero.',
  source: headerSource,
  run({ exchange }) {
    const size = cookiesOf(exchange);
    if (size === 0) return [];
    const direct = isDirect(exchange);
    // A page sends its cookies to its own proxy; whether that passes them on shows only in a refusal.
    if (!direct && (size < many || isSuccess(exchange))) return [];
    return [
      {
        where: { in: 'header', name: 'Cookie' },
        saw: `${size} characters of cookies`,
        expected: direct ? 'none: Xero goes by the token' : 'that your proxy drops them',
        ...(direct ? {} : { sure: 'possible', severity: 'note' }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fires: [
    { headers: { cookie: '[2 cookies, 60 characters, not kept]' } },
    { headers: { cookie: '[9 cookies, 5000 characters, not kept]' }, viaProxy: true },
  ],
  silent: [{}, { headers: { cookie: '[2 cookies, 60 characters, not kept]' }, viaProxy: true }],
};
