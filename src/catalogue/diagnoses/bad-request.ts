// Source: the response-codes page of the Projects API and the guide to idempotent requests, read 2026-11-22.
// 400 responses.

import { idempotency, inference, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { HTML_HEADERS, JSON_HEADERS, PROXY_URL, responseCodesPage } from './row-parts.ts';

const idempotencyPage = 'https://developer.xero.com/documentation/guides/idempotent-requests/idempotency/';

export const badRequests = [
  {
    id: 'idempotency-key-reused',
    when: [{ status: [400], bodyIncludes: ['is used with a different request'] }],
    severity: 'error',
    title: 'Idempotency key reused',
    meaning: 'This `Idempotency-Key` was first sent with a different request, so Xero rejected this one.',
    fix: 'Send a new key whenever the body changes, for example one derived from the body.',
    docsUrl: idempotencyPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Retry with a new key.',
      executed: 'no',
      citation: idempotency,
    },
    client: { idempotencyKey: 'hash-of-request' },
    example: { status: 400, body: 'Idempotency Key 5f2a is used with a different request.' },
    citations: [
      idempotency,
      secondary('Notes of a Projects user (this text was reported, the rest of the body wasn’t)'),
    ],
  },
  {
    id: 'validation-failed',
    when: [{ status: [400], shape: ['model-state'] }],
    severity: 'error',
    title: 'Validation failed',
    meaning: 'Xero rejected the request, and `modelState` names the elements that caused it.',
    fix: 'Correct the fields below.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the fields first. The same request gets the same response.',
      executed: 'no',
      citation: responseCodes,
    },
    example: {
      status: 400,
      headers: JSON_HEADERS,
      body: '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"],"model.ContactId":["The ContactId cannot be null or empty"]}}',
    },
    citations: [responseCodes],
  },
  {
    id: 'bad-request',
    when: [{ status: [400] }],
    severity: 'error',
    title: 'Bad request',
    meaning: 'Xero rejected the request as malformed or invalid and doesn’t name a field.',
    fix: 'Check the JSON, the path IDs and the query parameters. Xero gives no more detail than the message.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the request first. The same request gets the same response.',
      executed: 'no',
      citation: responseCodes,
    },
    example: { status: 400, headers: JSON_HEADERS, body: '{"message":"The request is invalid."}' },
    citations: [responseCodes],
    variants: [
      {
        when: [{ status: [400], origin: 'unknown', not: [{ bodyIncludes: ['the request is invalid'] }] }],
        title: 'Bad request (may not be from Xero)',
        meaning: 'The request was rejected, and the response doesn’t show whether by Xero or by your server.',
        fix: 'Check your own server’s log. If it was Xero, check the JSON, the path IDs and the query parameters.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the request first. The same request gets the same response.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: PROXY_URL,
          status: 400,
          headers: HTML_HEADERS,
          body: '<!DOCTYPE html><html><body><pre>SyntaxError: Unexpected end of JSON input</pre></body></html>',
        },
        citations: [inference],
      },
      {
        when: [{ status: [400], shape: ['partly-read', 'unavailable'] }],
        title: 'Bad request (body not fully read)',
        meaning:
          'Xero rejected the request as malformed or invalid, and may name a field in the unread part of the response.',
        fix: 'Log the whole response in your code, and check the JSON, the path IDs and the query parameters.',
        example: { status: 400, headers: JSON_HEADERS, body: '{"elements":[{"name":"Att', unreadChars: 2_000_000 },
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
