// Source: the response-codes page of the Projects API, RFC 9110 and public reports, read 2026-11-22.
// 500, 502 and 504 responses.

import { inference, inferred, recorded, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { CORRELATION_ID, HTML_HEADERS, JSON_HEADERS, PROXY_URL, responseCodesPage, statusPage } from './row-parts.ts';

const wrongId = recorded(
  'A 500 for a wrong ID, xero-node issues 285 and 510',
  'https://github.com/XeroAPI/xero-node/issues/510',
);

export const serverErrors = [
  {
    id: 'server-error',
    when: [{ status: [500] }],
    severity: 'error',
    title: 'Xero server error',
    meaning: 'The Xero API failed with an unhandled error.',
    why: { text: 'A wrong or malformed ID has caused this before.', citation: wrongId },
    fix: 'Check every ID in the path and body. If the error persists, give Xero support the correlation ID.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Retry a read two or three times. Before you repeat a write, read the data back.',
      executed: 'unknown',
      citation: secondary('Libraries disagree: laravel-xero-bridge retries a 500, xero-kiwi doesn’t'),
    },
    example: {
      status: 500,
      headers: JSON_HEADERS,
      body: `{"Title":"An error occurred","Detail":"An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.","Status":500,"Instance":"${CORRELATION_ID}"}`,
    },
    citations: [responseCodes, wrongId],
    variants: [
      {
        when: [
          {
            status: [500],
            origin: 'unknown',
            not: [{ bodyIncludes: ['xero | error 500'] }],
          },
        ],
        title: 'Server error (may not be from Xero)',
        meaning: 'A server failed, and the response doesn’t show whether it was Xero’s or one in between.',
        fix: 'Check your own server’s log. If it was Xero’s server, check every ID in the path and body.',
        example: {
          url: PROXY_URL,
          status: 500,
          headers: HTML_HEADERS,
          body: '<!DOCTYPE html><html><body><pre>TypeError: fetch failed</pre></body></html>',
        },
        citations: [
          inference,
          recorded('Xero’s own error page, pyxero issue 225', 'https://github.com/freakboy3742/pyxero/issues/225'),
        ],
      },
    ],
  },
  {
    id: 'gateway-error',
    when: [{ status: [502, 504] }],
    severity: 'warning',
    title: 'Gateway error',
    meaning: 'A gateway sent this because it got no usable response from the API, or none in time.',
    fix: 'Try again later. If you use a proxy, check its timeout.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Retry a read with increasing delays. Retry a write only with its `Idempotency-Key`.',
      executed: 'unknown',
      citation: inference,
    },
    example: {
      status: 504,
      headers: HTML_HEADERS,
      body: '<html><head><title>504 Gateway Time-out</title></head></html>',
    },
    citations: [
      inferred(
        'HTTP Semantics, RFC 9110 (not in Xero’s list of response codes)',
        'https://www.rfc-editor.org/rfc/rfc9110#status.502',
      ),
      recorded('504 with an empty body, Xero-Java issue 162', 'https://github.com/XeroAPI/Xero-Java/issues/162'),
    ],
    trueOfAnyOrigin: 'names no gateway',
  },
] as const satisfies readonly DiagnosisRow[];
