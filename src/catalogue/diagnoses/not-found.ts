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
    meaning: 'Xero cannot find the resource that the call names.',
    fix: 'Check the ids in the path; when logging time, also that `userId` is an active Projects user and the task is of this project.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the id first; the same address stays unknown.',
      executed: 'no',
      citation: responseCodes,
    },
    example: { status: 404, headers: HTML_HEADERS, body: "The resource you're looking for cannot be found" },
    citations: [responseCodes, secondary('A Projects user’s notes: POST /Time with an inactive userId answers 404')],
    variants: [
      {
        when: [{ status: [404], origin: 'unknown', not: [{ bodyIncludes: ['cannot be found'] }] }],
        title: 'Not found, by whom is not told',
        meaning: 'Nothing was found, and the answer does not show whether by Xero or by a server of yours.',
        fix: 'Check that your server has a route for this path and passes it on to Xero; then check the ids.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the route or the id first; the same address stays unknown.',
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
