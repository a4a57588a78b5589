// A JSON body with another content type.

import { specification } from '../../../catalogue/citation.ts';
import { getHeader } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'body-content-type',
  title: 'Content type isn’t JSON',
  severity: 'warning',
  order: 200,
  fix: 'Send `Content-Type: application/json`.',
  canCause: [400],
  citation: specification,
  run({ exchange, operation, requestBody }) {
    const type = getHeader(exchange.request.headers, 'content-type');
    // A missing header may be one that the browser hides.
    if (operation?.requestBody === undefined || requestBody.kind === 'none' || type === undefined) return [];
    if (/^\s*application\/([\w.+-]+\+)?json\b/i.test(type)) return [];
    return [
      {
        location: { in: 'header', name: 'Content-Type' },
        observed: quote(type),
        expected: '`application/json`',
        sentence: `\`Content-Type\` is ${quote(type)}, not \`application/json\`.`,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ request: 'POST /Projects', headers: { 'content-type': 'text/plain;charset=UTF-8' } }],
  pass: [
    { request: 'POST /Projects', headers: { 'content-type': 'application/json; charset=utf-8' } },
    { request: 'POST /Projects', headers: { 'content-type': null } },
  ],
};

export const mutations: Mutations = {
  request: ({ requestBody }) =>
    requestBody === undefined
      ? []
      : ['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'application/jsonp'].map((type) => ({
          headers: { 'content-type': type },
        })),
};
