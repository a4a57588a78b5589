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
    meaning: 'Xero has taken the API down for a short time of maintenance or an upgrade.',
    fix: 'Wait for the maintenance to end; look at Xero’s status page meanwhile.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 60, factor: 2, maxSeconds: 900, maxAttempts: 6 },
      advice: 'Try again soon, in minutes rather than seconds.',
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
    meaning: 'This one organisation cannot be reached for some minutes, though the Xero APIs themselves are online.',
    fix: 'Hold the calls of this organisation for about five minutes; those of others can go on.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'wait', seconds: 300 },
      advice: 'Xero recommends trying again about every five minutes.',
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
    meaning: 'The API has a short outage and cannot answer at the moment.',
    fix: 'Wait a little; look at Xero’s status page if it lasts.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      advice: 'Try again soon, with growing pauses.',
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
    meaning: 'The API is unavailable, and the answer does not say why.',
    fix: 'Wait and look at Xero’s status page; if a proxy is between, check it too.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      advice: 'Try again soon, with growing pauses.',
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
        title: 'Service unavailable, whose is not told',
        meaning: 'A server is unavailable, and the answer does not show whether it is Xero’s or one in between.',
        fix: 'Check that your own server and proxy are up; if they are, wait and look at Xero’s status page.',
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
