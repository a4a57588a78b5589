// Source: OAuth 2.0, RFC 6749, section 5.2, and public reports, read 2026-11-30; each row names its own.
// Responses of identity.xero.com to a request for tokens.

import { type Citation, inferred, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { JSON_HEADERS, tokensPage } from './row-parts.ts';

const TOKEN_URL = 'https://identity.xero.com/connect/token';

const oauth: Citation = {
  ...inferred('OAuth 2.0, RFC 6749, section 5.2', 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2'),
  retrieved: '2026-11-30',
};

const invalidGrant = secondary(
  'invalid_grant for a refresh token used before or too old, xero-node issues 697 and 765',
  'https://github.com/XeroAPI/xero-node/issues/697',
);

const tokenLifetimes = secondary('Xero developer platform, token lifetimes');

const refusedRetry = (advice: string, citation: Citation) =>
  ({ action: { kind: 'fix-first' }, advice, executed: 'no', citation }) as const;

const example = (error: string) =>
  ({ url: TOKEN_URL, status: 400, headers: JSON_HEADERS, body: `{"error":"${error}"}` }) as const;

export const identity = [
  {
    id: 'token-request-refused',
    when: [{ via: 'identity', status: ['4xx'] }],
    severity: 'error',
    title: 'Token request refused',
    meaning: 'Xero’s identity service refused to issue tokens.',
    fix: 'Compare the grant type, client and redirect URI with your app’s settings.',
    docsUrl: tokensPage,
    retry: refusedRetry('Correct the token request first. The same request will be refused again.', oauth),
    example: { url: TOKEN_URL, status: 400, headers: JSON_HEADERS, body: '{"error":"invalid_request"}' },
    citations: [oauth],
    variants: [
      {
        when: [{ via: 'identity', status: ['4xx'], bodyIncludes: ['invalid_grant'] }],
        title: 'Code or refresh token refused',
        meaning: 'The authorization code or refresh token has expired, was used before or isn’t from this app.',
        fix: 'Send the newest refresh token, which replaces the previous one. If it’s lost or over 60 days old, have the user consent again.',
        retry: refusedRetry('Get a new code or refresh token first. This one won’t be accepted again.', invalidGrant),
        example: example('invalid_grant'),
        citations: [invalidGrant, oauth, tokenLifetimes],
      },
      {
        when: [{ via: 'identity', status: ['4xx'], bodyIncludes: ['invalid_client'] }],
        title: 'Client ID or secret refused',
        meaning: 'Xero doesn’t recognise the client ID, or the client secret is wrong.',
        fix: 'Check the client ID and secret in your app’s settings. Send them as `Basic`, joined by a colon and Base64-encoded.',
        example: example('invalid_client'),
      },
      {
        when: [{ via: 'identity', status: ['4xx'], bodyIncludes: ['unauthorized_client'] }],
        title: 'Grant type not allowed',
        meaning: 'Your app isn’t allowed to use this grant type.',
        fix: 'Use the grant type for your kind of app, such as `client_credentials` for a custom connection.',
        example: example('unauthorized_client'),
      },
      {
        when: [{ via: 'identity', status: ['4xx'], bodyIncludes: ['unsupported_grant_type'] }],
        title: 'Unknown grant type',
        meaning: 'Xero couldn’t read the grant type of the token request.',
        fix: 'Send `grant_type` in a form body with `Content-Type: application/x-www-form-urlencoded`, not as JSON.',
        example: example('unsupported_grant_type'),
      },
      {
        when: [{ via: 'identity', status: ['4xx'], bodyIncludes: ['invalid_scope'] }],
        title: 'Unknown scope',
        meaning: 'The token request has a scope that Xero doesn’t recognise or that your app can’t use.',
        fix: 'Check the spelling of each scope, such as `projects` or `projects.read`.',
        example: example('invalid_scope'),
      },
    ],
  },
  {
    id: 'tokens-issued',
    when: [{ via: 'identity', status: [200] }],
    severity: 'success',
    title: 'Tokens issued',
    meaning: 'Xero issued tokens, which are redacted here.',
    fix: '',
    docsUrl: tokensPage,
    retry: {
      action: { kind: 'not-needed' },
      advice: 'Store the new refresh token. It replaces the previous one.',
      executed: 'yes',
      citation: tokenLifetimes,
    },
    client: { action: 'return' },
    example: {
      url: TOKEN_URL,
      status: 200,
      headers: JSON_HEADERS,
      body: '{"access_token":"[redacted]","expires_in":1800,"token_type":"Bearer"}',
    },
    citations: [oauth],
  },
] as const satisfies readonly DiagnosisRow[];
