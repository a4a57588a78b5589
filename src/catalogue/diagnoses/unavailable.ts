// Source: the response-codes page of the Projects API and its 503 sentences, read 2026-11-22.
// 503 responses.

import { inference, recorded, responseCodes } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { HTML_HEADERS, PROXY_URL, responseCodesPage, statusPage } from './row-parts.ts';

export const unavailable = [
  {
    id: 'maintenance',
    when: [{ status: [503], bodyIncludes: ['offline for maintenance'] }],
    severity: 'warning',
    title: 'Xero API offline for maintenance',
    meaning: 'Xero has taken the API offline briefly for maintenance or an upgrade.',
    fix: 'Wait for the maintenance to end, and watch Xero’s status page.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 60, factor: 2, maxSeconds: 900, maxAttempts: 6 },
      advice: 'Retry soon, in minutes rather than seconds.',
      executed: 'unknown',
      citation: responseCodes,
    },
    example: { status: 503, headers: HTML_HEADERS, body: 'The Xero API is currently offline for maintenance' },
    citations: [responseCodes],
  },
  {
    id: 'organisation-offline',
    when: [{ status: [503], bodyIncludes: ['organisation is offline'] }],
    severity: 'warning',
    title: 'Organisation offline',
    meaning: 'This organisation can’t be reached for some minutes, though the Xero APIs themselves are online.',
    fix: 'Pause this organisation’s requests for about five minutes. Requests to other organisations can continue.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'wait', seconds: 300 },
      advice: 'Xero recommends retrying about every five minutes.',
      executed: 'unknown',
      citation: responseCodes,
    },
    example: { status: 503, headers: HTML_HEADERS, body: 'The Organisation is offline' },
    citations: [responseCodes],
  },
  {
    id: 'temporarily-unavailable',
    when: [{ status: [503], bodyIncludes: ['xero api is temporarily unavailable'] }],
    severity: 'warning',
    title: 'Xero API temporarily unavailable',
    meaning: 'The API has a short outage and can’t respond at the moment.',
    fix: 'Wait briefly. If the outage lasts, check Xero’s status page.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      advice: 'Retry soon, with increasing delays.',
      executed: 'unknown',
      citation: responseCodes,
    },
    example: { status: 503, headers: HTML_HEADERS, body: 'The Xero API is temporarily unavailable' },
    citations: [responseCodes],
  },
  {
    id: 'service-unavailable',
    when: [{ status: [503] }],
    severity: 'warning',
    title: 'Service unavailable',
    meaning: 'The API is unavailable, and the response doesn’t say why.',
    fix: 'Wait, and check Xero’s status page. If you use a proxy, check it too.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      advice: 'Retry soon, with increasing delays.',
      executed: 'unknown',
      citation: responseCodes,
    },
    example: {
      status: 503,
      headers: HTML_HEADERS,
      body: '<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>',
    },
    citations: [
      responseCodes,
      recorded('Infrastructure page, pyxero issue 229', 'https://github.com/freakboy3742/pyxero/issues/229'),
    ],
    variants: [
      {
        when: [{ status: [503], origin: 'unknown' }],
        title: 'Service unavailable (may not be from Xero)',
        meaning: 'A server is unavailable, and the response doesn’t show whether it’s Xero’s or one in between.',
        fix: 'Check that your own server and proxy are up. If they are, wait and check Xero’s status page.',
        example: {
          url: PROXY_URL,
          status: 503,
          headers: HTML_HEADERS,
          body: '<html><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center></body></html>',
        },
        citations: [inference],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
