// Source: recorded gateway responses and public reports, read 2026-11-22; the response-codes page does not list 403.
// 403 responses.

import { gatewayRecording, inference, recorded, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { CORRELATION_ID, HTML_HEADERS, JSON_HEADERS, PROXY_URL, problemBody } from './row-parts.ts';

const tenantsPage = 'https://developer.xero.com/documentation/guides/oauth2/tenants/';

export const forbidden = [
  {
    id: 'tenant-refused',
    when: [{ status: [403] }],
    severity: 'error',
    title: 'Organisation refused',
    meaning: 'The token is fine, but Xero refuses access to this organisation.',
    why: {
      text: 'Xero received no `Xero-Tenant-Id`, a wrong one, or one that is no longer connected to your app.',
      citation: gatewayRecording,
    },
    fix: 'Send a `tenantId` from `GET /connections`, not the connection’s `id`. If it isn’t listed, reconnect the organisation and read its `tenantId` again, because it can change. If it’s listed, check its subscription.',
    docsUrl: tenantsPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the tenant header or reconnect first. Retrying doesn’t help.',
      executed: 'no',
      citation: gatewayRecording,
    },
    example: {
      status: 403,
      headers: { ...JSON_HEADERS, 'x-appminlimit-remaining': '9999' },
      body: problemBody('Forbidden', 403, 'AuthenticationUnsuccessful'),
    },
    citations: [
      recorded(
        'GET /Projects without the header, pyxero issue 295',
        'https://github.com/freakboy3742/pyxero/issues/295',
      ),
      gatewayRecording,
      secondary('An organisation’s ended trial or subscription gives the same response, Apex-for-Xero issue 28'),
      secondary('The tenant ID can change when an organisation is reconnected, laravel-xero issue 40'),
    ],
    variants: [
      {
        when: [{ status: [403], via: 'connections' }],
        title: 'Access to connections refused',
        meaning: 'The request was refused, but `GET /connections` takes no tenant ID, so the tenant isn’t the cause.',
        fix: 'Check the access token. If the error persists, give Xero support the correlation ID.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Check the token first. Retrying isn’t known to help.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: 'https://api.xero.com/connections',
          status: 403,
          headers: JSON_HEADERS,
          body: problemBody('Forbidden', 403, 'AuthenticationUnsuccessful'),
        },
        citations: [inference],
      },
      {
        when: [{ status: [403], via: 'connection' }],
        title: 'Connection ID refused',
        meaning:
          'Xero refused the request, but a request for a connection takes no tenant ID, so the tenant isn’t the cause.',
        fix: 'Send the connection’s `id` from `GET /connections`, not its `authEventId` or `tenantId`.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the ID in the URL first.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: `https://api.xero.com/connections/${CORRELATION_ID}`,
          status: 403,
          headers: JSON_HEADERS,
          body: problemBody('Forbidden', 403, 'AuthenticationUnsuccessful'),
        },
        citations: [
          recorded(
            'DELETE /connections with an authEventId, pyxero issue 307',
            'https://github.com/freakboy3742/pyxero/issues/307',
          ),
        ],
      },
      {
        when: [
          { status: [403], shape: ['html'], not: [{ bodyIncludes: ['authenticationunsuccessful'] }] },
          { status: [403], origin: 'unknown', not: [{ bodyIncludes: ['authenticationunsuccessful'] }] },
        ],
        title: 'Forbidden (may not be from Xero)',
        meaning: 'The request was refused, and the response doesn’t say that Xero refused the organisation.',
        fix: 'Check the headers and body to see who responded. It may be your own server. If it was Xero, check `Xero-Tenant-Id`, the connection and the organisation’s subscription.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'First find out who refused it and why. Retrying isn’t known to help.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: PROXY_URL,
          status: 403,
          headers: HTML_HEADERS,
          body: '<html><body><h1>Invalid CSRF token</h1></body></html>',
        },
        citations: [inference, gatewayRecording],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
