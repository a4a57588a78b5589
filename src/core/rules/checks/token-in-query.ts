// A token in the query: Xero doesn't read it there, and every server on the way may log it.

import { secondary } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { isTokenParameter } from '../check-support/query-parameters.ts';

export const check: Check = {
  id: 'token-in-query',
  title: 'Token in the URL',
  severity: 'error',
  order: 5,
  fix: 'Send the token in the `Authorization` header. Replace this token, because URLs end up in logs.',
  canCause: [401],
  citation: secondary(
    'OAuth 2.0 bearer tokens, RFC 6750, section 2.3',
    'https://www.rfc-editor.org/rfc/rfc6750#section-2.3',
  ),
  run({ query }) {
    const found = query.find(([name]) => isTokenParameter(name));
    if (found === undefined) return [];
    return [
      {
        location: { in: 'query', name: found[0] },
        observed: `a token in the parameter ${quote(found[0], 40)}`,
        sentence: `The URL contains a token in the parameter ${quote(found[0], 40)}.`,
        expected: '`Authorization: Bearer` and a token',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects?access_token=[redacted]', status: 401 },
    { request: 'GET /Projects?page=1&id_token=[redacted]' },
  ],
  pass: [{ request: 'GET /Projects?page=1' }],
};

export const mutations: Mutations = {
  request: () =>
    ['access_token', 'accessToken', 'bearer_token', 'id_token'].map((name) => ({ query: [[name, '[redacted]']] })),
};
