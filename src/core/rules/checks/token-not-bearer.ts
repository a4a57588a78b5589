// An authorization scheme other than Bearer, or none.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { mayExplainFailure } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-not-bearer',
  title: 'Authorization scheme isn’t Bearer',
  severity: 'error',
  order: 20,
  fix: 'Send `Bearer`, a space and the access token.',
  canCause: [401],
  confirmedBy: 'token-invalid',
  citation: specification,
  run({ exchange }) {
    const { token } = exchange.request;
    if (token === undefined || token.kind === 'missing') return [];
    if (token.scheme.toLowerCase() === 'bearer' || !mayExplainFailure(exchange)) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: token.scheme === '' ? 'a value without a scheme' : `the scheme ${quote(token.scheme, 20)}`,
        expected: 'the scheme `Bearer`',
        sentence:
          token.scheme === ''
            ? '`Authorization` has no scheme.'
            : `\`Authorization\` has the scheme ${quote(token.scheme, 20)}, not \`Bearer\`.`,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ token: { scheme: 'Basic' } }, { token: { scheme: '' } }],
  pass: [{ token: { scheme: 'bearer' } }, { token: { scheme: 'Basic' }, viaProxy: true, status: 400 }],
};

export const mutations: Mutations = {
  request: () => ['Basic', ''].map((scheme) => ({ token: { scheme }, viaProxy: false })),
};
