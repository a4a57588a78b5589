// Requests to Xero's identity service, whose secrets are never shown.

import type { Case, Verdict } from '../verdict.ts';

function tokens(
  name: string,
  requestBody: string,
  status: number,
  responseBody: string,
  verdict: Partial<Verdict>,
  url = 'https://identity.xero.com/connect/token',
): Case {
  return {
    name,
    input: {
      method: 'POST',
      url,
      requestHeaders: {
        authorization: 'Basic c2VjcmV0LWNsaWVudDpzZWNyZXQ=',
        'content-type': 'application/x-www-form-urlencoded',
      },
      requestBody,
      status,
      responseHeaders: { 'content-type': 'application/json' },
      responseBody,
    },
    verdict: {
      diagnosis: 'token-request-refused',
      retry: 'fix-first',
      noFindings: ['secret-in-response', 'token-not-bearer', 'tenant-missing', 'token-missing'],
      neverSays: [/topsecret/, /c2VjcmV0/, /tenant/i],
      ...verdict,
    },
  };
}

const refresh = 'grant_type=refresh_token&refresh_token=topsecret-1&client_id=A1&client_secret=topsecret-2';
const code = 'grant_type=authorization_code&code=topsecret-3&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';

export const cases: readonly Case[] = [
  tokens('a refresh token that was used before', refresh, 400, '{"error":"invalid_grant"}', {
    title: 'Code or refresh token refused',
    says: [/newest refresh token/, /60 days/],
  }),
  tokens(
    'a code that is over five minutes old',
    code,
    400,
    '{"error":"invalid_grant","error_description":"topic: code expired"}',
    { title: 'Code or refresh token refused' },
  ),
  tokens('a wrong secret', refresh, 401, '{"error":"invalid_client"}', { title: 'Client ID or secret refused' }),
  tokens('a grant that the app may not use', 'grant_type=client_credentials', 400, '{"error":"unauthorized_client"}', {
    title: 'Grant type not allowed',
    says: [/custom connection/],
  }),
  tokens('a grant in JSON', '{"grant_type":"refresh_token"}', 400, '{"error":"unsupported_grant_type"}', {
    title: 'Unknown grant type',
    says: [/not as JSON/],
  }),
  tokens('a misspelt scope', 'grant_type=client_credentials&scope=project', 400, '{"error":"invalid_scope"}', {
    title: 'Unknown scope',
  }),
  tokens('a body that isn’t an error', code, 400, '', { title: 'Token request refused' }),
  // Requests that succeed.
  tokens(
    'new tokens',
    refresh,
    200,
    '{"id_token":"topsecret-4","access_token":"topsecret-5","expires_in":1800,"token_type":"Bearer","refresh_token":"topsecret-6","scope":"offline_access projects"}',
    { diagnosis: 'tokens-issued', title: 'Tokens issued', retry: 'not-needed' },
  ),
];
