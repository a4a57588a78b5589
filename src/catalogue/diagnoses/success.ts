// Source: the response-codes page of the Projects API, read 2026-11-22.
// 2xx and 304 responses.

import { type Citation, inference, inferred, projectsRecording, responseCodes } from '../citation.ts';
import type { RetryPolicy } from '../retry-policy.ts';
import type { DiagnosisRow } from './row.ts';
import { CORRELATION_ID, HTML_HEADERS, JSON_HEADERS, PROXY_URL, responseCodesPage } from './row-parts.ts';

const nothingToRetry = (executed: 'yes' | 'no', citation: Citation): RetryPolicy => ({
  action: { kind: 'not-needed' },
  advice: 'The request succeeded, so there’s nothing to retry.',
  executed,
  citation,
});

export const successes = [
  {
    id: 'success',
    when: [{ status: [200] }],
    severity: 'success',
    title: 'OK',
    meaning: 'The request succeeded.',
    fix: '',
    docsUrl: responseCodesPage,
    retry: nothingToRetry('yes', responseCodes),
    client: { action: 'return' },
    example: {
      status: 200,
      headers: JSON_HEADERS,
      body: '{"pagination":{"page":1,"pageSize":50,"pageCount":1,"itemCount":0},"items":[]}',
    },
    citations: [responseCodes, projectsRecording],
    variants: [
      {
        when: [
          {
            status: ['2xx'],
            origin: 'unknown',
            shape: ['html'],
            not: [{ header: { name: 'content-type', includes: ['xml'] } }],
          },
        ],
        severity: 'warning',
        title: 'HTML instead of API response',
        meaning: 'The response is an HTML page from your server, so nothing shows that the request reached Xero.',
        fix: 'Check that your server forwards this path to Xero, and that it didn’t send a sign-in page.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the route or sign in first. The same request gets the same page.',
          executed: 'unknown',
          citation: inference,
        },
        example: {
          url: PROXY_URL,
          status: 200,
          headers: HTML_HEADERS,
          body: '<!DOCTYPE html><html><body><div id="root"></div></body></html>',
        },
        citations: [inference],
      },
      {
        when: [{ status: ['2xx'], origin: 'unknown', shape: ['error-in-success'] }],
        severity: 'warning',
        title: 'Error in a success response',
        meaning: 'Your server responded with a success status, but the body reports an error.',
        fix: 'Check your server’s log for Xero’s response, and pass Xero’s status on.',
        retry: {
          action: { kind: 'cannot-tell' },
          advice: 'Find the cause in your server’s log first.',
          executed: 'unknown',
          citation: inference,
        },
        client: {},
        example: {
          url: PROXY_URL,
          status: 200,
          headers: JSON_HEADERS,
          body: '{"success":false,"error":"Sync failed"}',
        },
        citations: [inference],
      },
    ],
  },
  {
    id: 'created',
    when: [{ status: [201] }],
    severity: 'success',
    title: 'Created',
    meaning: 'The resource was created, and the response contains it.',
    fix: '',
    docsUrl: responseCodesPage,
    retry: nothingToRetry('yes', responseCodes),
    example: { status: 201, headers: JSON_HEADERS, body: `{"projectId":"${CORRELATION_ID}","name":"Kitchen"}` },
    citations: [responseCodes],
  },
  {
    id: 'no-content',
    when: [{ status: [204] }],
    severity: 'success',
    title: 'Done, no content',
    meaning: 'Xero did what you asked and has nothing to return.',
    fix: '',
    docsUrl: responseCodesPage,
    retry: nothingToRetry('yes', responseCodes),
    example: { status: 204 },
    citations: [responseCodes, projectsRecording],
  },
  {
    id: 'not-modified',
    when: [{ status: [304] }],
    severity: 'success',
    title: 'Not modified',
    meaning: 'The browser’s copy is still valid, and the body shown here comes from its cache.',
    fix: '',
    docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/304',
    retry: nothingToRetry('yes', inference),
    example: { status: 304 },
    citations: [
      inferred(
        'HTTP Semantics, RFC 9110 (not in Xero’s list of response codes)',
        'https://www.rfc-editor.org/rfc/rfc9110#status.304',
      ),
    ],
    variants: [
      {
        when: [{ status: [304], via: 'server' }],
        title: 'Not modified (for the server)',
        meaning: 'The server’s own copy is still valid, so the response has no body.',
        example: { status: 304, isMadeByServer: true },
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
