// Source: the response-codes page of the Projects API, read 2026-11-22.
// 404 responses.

import { inference, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { HTML_HEADERS, PROXY_URL, responseCodesPage } from './row-parts.ts';

export const notFound = [
  {
    id: 'not-found',
    when: [{ status: [404] }],
    severity: 'error',
    title: 'Not found',
    meaning: 'Xero can’t find the resource that the request names.',
    fix: 'Check the IDs in the path. When logging time, also check that `userId` is an active Projects user and the task belongs to this project.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the ID first. The same URL gets the same response.',
      executed: 'no',
      citation: responseCodes,
    },
    example: { status: 404, headers: HTML_HEADERS, body: "The resource you're looking for cannot be found" },
    citations: [responseCodes, secondary('Notes of a Projects user (POST /Time with an inactive userId gets a 404)')],
    variants: [
      {
        when: [{ status: [404], origin: 'unknown', not: [{ bodyIncludes: ['cannot be found'] }] }],
        title: 'Not found (may not be from Xero)',
        meaning: 'Nothing was found, and the response doesn’t show whether by Xero or by your server.',
        fix: 'Check that your server has a route for this path and forwards it to Xero. Then check the IDs.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the route or the ID first. The same URL gets the same response.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: PROXY_URL,
          status: 404,
          headers: HTML_HEADERS,
          body: '<!DOCTYPE html><html><body><pre>Cannot GET /projects.xro/2.0/Projects</pre></body></html>',
        },
        citations: [inference],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
