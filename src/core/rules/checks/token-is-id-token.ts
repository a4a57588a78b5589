// An id token, or a token for another service, instead of an access token: its audience isn't Xero's API, and it has no scopes.

import { secondary } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { usableToken } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-is-id-token',
  title: 'Token isn’t for Xero’s API',
  severity: 'error',
  order: 35,
  fix: 'Send the `access_token` from the token response, not its `id_token`.',
  canCause: [401],
  citation: secondary('A Stack Overflow question on TokenInvalidAudience, and the claims of recorded access tokens'),
  run({ exchange }) {
    const token = usableToken(exchange);
    if (token?.kind !== 'jwt' || token.scopes !== undefined) return [];
    if (token.audience !== 'app' && token.audience !== 'other') return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed:
          token.audience === 'app'
            ? 'an ID token for your app, without scopes'
            : 'a token for another service, without scopes',
        sentence:
          token.audience === 'app'
            ? 'You sent an ID token for your app, without scopes.'
            : 'You sent a token for another service, without scopes.',
        expected: 'an access token for Xero’s API',
        ...(token.audience === 'app' ? {} : { certainty: 'likely' as const }),
      },
    ];
  },
};

const idToken = { audience: 'app', scopes: undefined, clientId: undefined } as const;

export const examples: Examples = {
  fail: [{ token: idToken, status: 401 }, { token: { ...idToken, audience: 'other' } }],
  pass: [{}, { token: { audience: 'api', scopes: undefined } }, { token: { scopes: undefined } }],
};

export const mutations: Mutations = {
  request: () => (['app', 'other'] as const).map((audience) => ({ token: { ...idToken, audience }, viaProxy: false })),
};
