// Request headers above the reported size limit.

import { MAX_HEADERS_BYTES } from '../../../catalogue/constants.ts';
import { isDirectToXero } from '../../model/exchange.ts';
import { formatInteger } from '../../text/format-number.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { headerBytes, headerCitation } from '../check-support/header-size.ts';

export const check: Check = {
  id: 'headers-too-large',
  title: 'Headers too large',
  severity: 'warning',
  order: 440,
  fix: 'Remove the headers that Xero doesn’t need, cookies first.',
  canCause: [400],
  citation: headerCitation,
  run({ exchange }) {
    const size = headerBytes(exchange);
    if (size <= MAX_HEADERS_BYTES) return [];
    return [
      {
        observed: `${formatInteger(size)} bytes of request headers`,
        sentence: `The request has ${formatInteger(size)} bytes of headers, and Xero accepts at most ${formatInteger(MAX_HEADERS_BYTES)}.`,
        expected: `at most ${formatInteger(MAX_HEADERS_BYTES)} bytes${isDirectToXero(exchange) ? '' : ' in what your proxy forwards'}`,
        certainty: isDirectToXero(exchange) ? 'likely' : 'possible',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ headers: { 'x-large': '[redacted, 8200 characters]' } }],
  pass: [{ headers: { 'x-large': '[redacted, 4000 characters]' } }],
};

export const mutations: Mutations = {
  headers: [{ 'x-large': `[redacted, ${MAX_HEADERS_BYTES} characters]` }],
};
