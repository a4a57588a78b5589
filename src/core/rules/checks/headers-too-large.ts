// More headers than Xero is reported to take.

import { largestHeaders } from '../../../catalogue/constants.ts';
import { isDirect } from '../../model/exchange.ts';
import { grouped } from '../../text/format-number.ts';
import type { Check, Examples } from './check.ts';
import { headerSource, headersOf } from './header-size.ts';

export const check: Check = {
  id: 'headers-too-large',
  title: 'Headers too large',
  severity: 'warning',
  fix: 'Leave out what Xero does not need: cookies first.',
  explains: [400],
  source: headerSource,
  run({ exchange }) {
    const size = headersOf(exchange);
    if (size <= largestHeaders) return [];
    return [
      {
        where: { in: 'call' },
        saw: `${grouped(size)} bytes of request headers`,
        expected: `at most ${grouped(largestHeaders)} bytes${isDirect(exchange) ? '' : ' of what your proxy sends on'}`,
        sure: isDirect(exchange) ? 'likely' : 'possible',
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ headers: { 'x-large': 'x'.repeat(8_200) } }],
  silent: [{ headers: { 'x-large': 'x'.repeat(4_000) } }],
};
