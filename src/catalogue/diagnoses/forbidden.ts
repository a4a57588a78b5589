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
    meaning: 'The token is fine, but `Xero-Tenant-Id` is missing, wrong or no longer connected to your app.',
    fix: 'Send a `tenantId` from `GET /connections` (not the connection’s `id`); if it is gone, connect the organisation again and read the `tenantId` anew, for it can change; if it is there, check its subscription.',
    docsUrl: tenantsPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the tenant header or reconnect first; no retry helps.',
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
      secondary('An organisation’s ended trial or subscription gives the same answer, Apex-for-Xero issue 28'),
      secondary('The tenant id can change when an organisation is connected again, laravel-xero issue 40'),
    ],
    variants: [
      {
        when: [{ status: [403], via: 'connections' }],
        title: 'Connections refused',
        meaning: 'The call was refused; `GET /connections` takes no tenant, so none is at fault.',
        fix: 'Check the access token; if it stays, give Xero support the correlation id.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Check the token first; no retry is known to help.',
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
        title: 'Connection id refused',
        meaning:
          'Xero refused the request for this connection, which takes no tenant, so no tenant header is at fault.',
        fix: 'Send the connection’s `id` from `GET /connections`, not its `authEventId` or `tenantId`.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the id in the address first.',
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
        title: 'Forbidden, by whom is not told',
        meaning: 'The call was refused, and the answer does not say that Xero refused the organisation.',
        fix: 'See from the headers and the body who answered, for a server of yours may have; if it was Xero, check `Xero-Tenant-Id`, the connection and the organisation’s subscription.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Find out who refused it, and why, first; no retry is known to help.',
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
