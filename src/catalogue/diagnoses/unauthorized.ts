// Source: the response-codes page of the Projects API and recorded gateway responses, read 2026-11-22.
// 401 responses.

import { gatewayRecording, inference, recorded, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { JSON_HEADERS, PROXY_URL, problemBody, responseCodesPage, tokensPage } from './row-parts.ts';

const scopeSpelling = secondary(
  'Xero’s FAQ and three public clients use both spellings',
  'https://github.com/emoss08/trenova',
);

const tokenRefused = {
  action: { kind: 'fix-first' },
  advice: 'Send another token. This one won’t be accepted.',
  executed: 'no',
  citation: inference,
} as const;

export const unauthorized = [
  {
    id: 'token-expired',
    when: [{ status: [401], bodyIncludes: ['tokenexpired', 'token expired at', 'oauth_problem=token_expired'] }],
    severity: 'error',
    title: 'Access token expired',
    meaning: 'The access token is past its 30-minute lifetime.',
    fix: 'Refresh the access token, then send the request once more with the new one.',
    docsUrl: tokensPage,
    retry: {
      action: { kind: 'refresh-token' },
      advice: 'Refresh, then retry once. A second 401 means that the new token isn’t the one being sent.',
      executed: 'no',
      citation: gatewayRecording,
    },
    atFault: 'token',
    example: {
      status: 401,
      headers: { 'www-authenticate': 'Bearer error=invalid_token' },
      body: problemBody('Unauthorized', 401, 'TokenExpired: token expired at 11/22/2026 09:22:02'),
    },
    citations: [gatewayRecording, responseCodes],
  },
  {
    id: 'token-wrong-audience',
    when: [{ status: [401], bodyIncludes: ['tokeninvalidaudience', 'invalid audience', 'audience is invalid'] }],
    severity: 'error',
    title: 'Wrong token audience',
    meaning: 'The token wasn’t issued for Xero’s API.',
    why: { text: 'It’s probably an ID token or another service’s token.', citation: inference },
    fix: 'Send the `access_token` from the token response, not its `id_token`.',
    docsUrl: tokensPage,
    retry: tokenRefused,
    atFault: 'token',
    example: {
      status: 401,
      headers: { ...JSON_HEADERS, 'www-authenticate': 'Bearer error=invalid_token' },
      body: problemBody('Unauthorized', 401, 'TokenInvalidAudience'),
    },
    citations: [secondary('The detail TokenInvalidAudience, from a question on Stack Overflow')],
  },
  {
    id: 'token-invalid-signature',
    when: [
      {
        status: [401],
        bodyIncludes: ['tokeninvalidsignature', 'invalid signature', 'invalid_signature', 'signature is invalid'],
      },
    ],
    severity: 'error',
    title: 'Invalid token signature',
    meaning: 'The token’s signature doesn’t match its content.',
    why: { text: 'The token was probably truncated or changed.', citation: inference },
    fix: 'Send the whole `access_token` unchanged, and check that your storage doesn’t truncate it.',
    docsUrl: tokensPage,
    retry: tokenRefused,
    atFault: 'token',
    example: {
      status: 401,
      headers: { ...JSON_HEADERS, 'www-authenticate': 'Bearer error=invalid_token' },
      body: problemBody('Unauthorized', 401, 'TokenInvalidSignature: token invalid signature'),
    },
    citations: [secondary('Notes on Xero’s troubleshooting video, plan2winsoftware.com')],
  },
  {
    id: 'scope-or-plan-missing',
    when: [{ status: [401], bodyIncludes: ['authorizationunsuccessful', 'insufficient_scope', 'insufficent_scope'] }],
    severity: 'error',
    title: 'Scope or plan missing',
    meaning: 'The token is genuine, but doesn’t give access to Projects.',
    why: {
      text: 'The `projects` scope wasn’t granted, or the organisation doesn’t have Xero Projects.',
      citation: responseCodes,
    },
    fix: 'Request the `projects` scope and have the user consent again. If the token has it, turn on Projects for the organisation.',
    docsUrl: 'https://developer.xero.com/documentation/guides/oauth2/scopes/',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Get consent for the scope first. A refreshed token keeps the old scopes.',
      executed: 'no',
      citation: recorded(
        'POST /Projects, xero-php-oauth2-starter issue 22',
        'https://github.com/XeroAPI/xero-php-oauth2-starter/issues/22',
      ),
    },
    atFault: 'scope-or-plan',
    example: {
      status: 401,
      headers: JSON_HEADERS,
      body: problemBody('Unauthorized', 401, 'AuthorizationUnsuccessful'),
    },
    citations: [
      recorded(
        'POST /Projects, xero-php-oauth2-starter issue 22',
        'https://github.com/XeroAPI/xero-php-oauth2-starter/issues/22',
      ),
      responseCodes,
    ],
    variants: [
      {
        when: [
          {
            status: [401],
            bodyIncludes: ['insufficient_scope', 'insufficent_scope'],
            not: [{ bodyIncludes: ['authorizationunsuccessful'] }],
          },
        ],
        isAsSpecific: true,
        title: 'Scope missing',
        meaning: 'The response says that the token lacks a scope (Xero also spells it `insufficent_scope`).',
        fix: 'Add the `projects` scope to your consent request, then have the user consent again. Refreshing doesn’t add it.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Get consent for the scope first. Refreshing doesn’t add it.',
          executed: 'no',
          citation: scopeSpelling,
        },
        example: { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficent_scope"' } },
        citations: [scopeSpelling],
      },
    ],
  },
  {
    id: 'token-invalid',
    when: [{ status: [401], bodyIncludes: ['authenticationunsuccessful'] }],
    severity: 'error',
    title: 'Access token refused',
    meaning: 'Xero refused the access token.',
    why: { text: 'It’s missing, malformed or not issued by Xero.', citation: gatewayRecording },
    fix: 'Send `Authorization: Bearer` and a current Xero access token, without quotes or line breaks.',
    docsUrl: tokensPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Get a valid token first. If you just refreshed it, check that the new one is sent.',
      executed: 'no',
      citation: gatewayRecording,
    },
    atFault: 'token',
    example: {
      status: 401,
      headers: { ...JSON_HEADERS, 'www-authenticate': 'Bearer error=invalid_token' },
      body: problemBody('Unauthorized', 401, 'AuthenticationUnsuccessful'),
    },
    citations: [gatewayRecording],
  },
  {
    id: 'unauthorized',
    when: [{ status: [401] }],
    severity: 'error',
    title: 'Unauthorized',
    meaning: 'Xero refused the request as unauthorized.',
    why: {
      text: 'The credentials aren’t valid, or the organisation hasn’t been set up in Xero Projects.',
      citation: responseCodes,
    },
    fix: 'Check the access token and its scopes. Then check that the organisation has Xero Projects.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'First find out which of the two it is. The same request gets the same response.',
      executed: 'no',
      citation: responseCodes,
    },
    example: { status: 401 },
    citations: [responseCodes],
    variants: [
      {
        when: [{ status: [401], origin: 'unknown' }],
        title: 'Unauthorized (may not be from Xero)',
        meaning: 'The request was refused, and the response doesn’t show whether by Xero or by your server.',
        fix: 'Check that you’re signed in to your own server. If it was Xero, check the access token and its scopes, and that the organisation has Xero Projects.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'First find out who refused it. The same request gets the same response.',
          executed: 'no',
          citation: inference,
        },
        example: { url: PROXY_URL, status: 401, headers: JSON_HEADERS, body: '{"message":"Sign in first."}' },
        citations: [inference],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
