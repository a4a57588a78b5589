// A value that can't be Xero's access token: cut off, in quotes, a refresh token, a placeholder.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { isStripped } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { mayExplainFailure } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-not-jwt',
  title: 'Not an access token',
  severity: 'error',
  order: 30,
  fix: 'Send the whole `access_token` from the token response, without quotes or line breaks.',
  canCause: [401],
  confirmedBy: 'token-invalid',
  citation: gatewayRecording,
  run({ exchange }) {
    const { token } = exchange.request;
    if (token?.kind !== 'opaque' || token.scheme.toLowerCase() !== 'bearer' || !mayExplainFailure(exchange)) return [];
    if (isStripped(token)) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: `${token.length} characters that aren’t a JWT`,
        sentence: `The token is a ${token.length}-character string, not a JWT.`,
        expected: 'three Base64 parts separated by dots, with claims in the second',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ token: { kind: 'opaque', issuer: undefined, scopes: undefined, expiresMs: undefined } }],
  pass: [
    {},
    { token: { kind: 'opaque', fingerprint: '', issuer: undefined, scopes: undefined, expiresMs: undefined } },
    { viaProxy: true, token: { kind: 'opaque', issuer: undefined, scopes: undefined, expiresMs: undefined } },
  ],
};

export const mutations: Mutations = {
  request: () => [
    { token: { kind: 'opaque', issuer: undefined, scopes: undefined, expiresMs: undefined }, viaProxy: false },
  ],
};
