// The body is JSON and is called something else.

import { specification } from '../../../catalogue/citation.ts';
import { header } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'body-content-type',
  title: 'Content type is not JSON',
  severity: 'warning',
  fix: 'Send `Content-Type: application/json`.',
  explains: [400],
  source: specification,
  run({ exchange, operation, sent }) {
    const type = header(exchange.request.headers, 'content-type');
    // A header that is not there may be one that the browser does not show.
    if (operation?.body === undefined || sent.kind === 'none' || type === undefined) return [];
    if (/^\s*application\/([\w.+-]+\+)?json\b/i.test(type)) return [];
    return [{ where: { in: 'header', name: 'Content-Type' }, saw: quote(type), expected: '`application/json`' }];
  },
};

export const examples: Examples = {
  fires: [{ call: 'POST /Projects', headers: { 'content-type': 'text/plain;charset=UTF-8' } }],
  silent: [
    { call: 'POST /Projects', headers: { 'content-type': 'application/json; charset=utf-8' } },
    { call: 'POST /Projects', headers: { 'content-type': null } },
  ],
};
