// Responses in which a back end sends a secret to the page. The panel says so, but never shows the secret.

import type { Case } from '../verdict.ts';

const header = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9';
const jwt = `${header}.eyJpc3MiOiJodHRwczovL2lkZW50aXR5Lnhlcm8uY29tIiwic2NvcGUiOlsicHJvamVjdHMiXX0.c2lnbmF0dXJlLW5vdC1yZWFs`;
const opaque = 'Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y';
const leaks = [/eyJ/, /Zq7Xk2/, /c2lnbmF0/];

function backEnd(status: number, body: unknown) {
  return {
    method: 'GET',
    url: 'https://app.example.com/api/xero/projects',
    requestHeaders: { accept: 'application/json' },
    requestBody: null,
    status,
    responseHeaders: { 'content-type': 'application/json' },
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
    mapping: '/api/xero/',
  };
}

const found = { findings: ['secret-in-response'], neverSays: leaks };
const silent = { noFindings: ['secret-in-response'], neverSays: leaks };

export const cases: readonly Case[] = [
  {
    name: 'axios with its configuration',
    input: backEnd(500, {
      message: 'Request failed with status code 429',
      name: 'AxiosError',
      status: 429,
      config: { url: 'https://api.xero.com/projects.xro/2.0/Projects', headers: { Authorization: `Bearer ${jwt}` } },
    }),
    verdict: {
      diagnosis: 'rate-limit-unknown',
      retry: 'back-off',
      ...found,
      says: [/a body that contains an Authorization header/],
      neverSays: [...leaks, /xero-node/],
    },
  },
  {
    name: 'an error of xero-node that names its version, encoded twice',
    input: backEnd(
      500,
      JSON.stringify(
        JSON.stringify({
          response: {
            statusCode: 429,
            headers: { 'retry-after': '20' },
            request: { headers: { authorization: `Bearer ${jwt}`, 'user-agent': 'xero-node-7.0.0' } },
          },
        }),
      ),
    ),
    verdict: {
      diagnosis: 'rate-limit-unknown',
      retry: 'wait',
      seconds: 20,
      ...found,
      says: [
        /contains an access token/,
        /Update xero-node to 20\.0\.0, or to the patched release of your major version/,
      ],
    },
  },
  {
    name: 'a refresh token and a client secret in a dump of the token set',
    input: backEnd(500, `{"error":"refresh failed: refresh_token=${opaque}&client_secret=${opaque}"}`),
    verdict: {
      diagnosis: 'server-error',
      retry: 'back-off',
      ...found,
      says: [/contains a refresh token and the client secret/],
    },
  },
  {
    name: 'a success that includes the id token',
    input: backEnd(200, {
      items: [],
      pagination: { page: 1, pageSize: 50, pageCount: 0, itemCount: 0 },
      id_token: jwt,
    }),
    verdict: { diagnosis: 'success', retry: 'not-needed', ...found, says: [/contains an ID token/] },
  },
  {
    name: 'a command to copy in a sentence',
    input: backEnd(502, {
      detail: `curl -H 'Authorization: Bearer ${jwt}' https://api.xero.com/ returned 401 Unauthorized`,
    }),
    verdict: { diagnosis: 'unauthorized', retry: 'fix-first', ...found, says: [/on your server/] },
  },
  {
    name: 'silent: words about tokens',
    input: backEnd(401, { message: 'The access token expired', token_type: 'Bearer', error: 'invalid_token' }),
    verdict: { diagnosis: 'unauthorized', retry: 'fix-first', ...silent },
  },
  {
    name: 'silent: a cookie and a CSRF token of the back end',
    input: backEnd(500, { csrfToken: opaque, headers: { 'set-cookie': `sid=${opaque}` }, message: 'boom' }),
    verdict: { diagnosis: 'server-error', retry: 'back-off', ...silent },
  },
  {
    name: 'silent: pages of a list',
    input: backEnd(200, {
      items: [],
      next_page_token: opaque,
      pagination: { page: 1, pageSize: 50, pageCount: 0, itemCount: 0 },
    }),
    verdict: { diagnosis: 'success', retry: 'not-needed', ...silent },
  },
];
