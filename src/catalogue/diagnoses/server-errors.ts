// Source: the response-codes page of the Projects API, RFC 9110 and public reports, read 2026-11-22.
// 500, 502 and 504 responses.

import { inference, recorded, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { CORRELATION_ID, HTML_HEADERS, JSON_HEADERS, PROXY_URL, responseCodesPage, statusPage } from './row-parts.ts';

export const serverErrors = [
  {
    id: 'server-error',
    when: [{ status: [500] }],
    severity: 'error',
    title: 'Error inside Xero',
    meaning: 'Something in the Xero API failed that it does not handle; a wrong or malformed id has caused it before.',
    fix: 'Check every id in the path and body; if it stays, give Xero support the correlation id.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Try a read two or three times; read back before you repeat a write.',
      executed: 'unknown',
      citation: secondary('Libraries disagree: laravel-xero-bridge retries a 500, xero-kiwi does not'),
    },
    example: {
      status: 500,
      headers: JSON_HEADERS,
      body: `{"Title":"An error occurred","Detail":"An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.","Status":500,"Instance":"${CORRELATION_ID}"}`,
    },
    citations: [
      responseCodes,
      recorded(
        'A wrong id answered with 500, xero-node issues 285 and 510',
        'https://github.com/XeroAPI/xero-node/issues/510',
      ),
    ],
    variants: [
      {
        when: [
          {
            status: [500],
            origin: 'unknown',
            not: [{ bodyIncludes: ['xero | error 500'] }],
          },
        ],
        title: 'Server error, whose is not told',
        meaning: 'A server failed, and the answer does not show whether it was Xero’s or one in between.',
        fix: 'Look into the log of your own server; if it was Xero’s, check every id in the path and body.',
        example: {
          url: PROXY_URL,
          status: 500,
          headers: HTML_HEADERS,
          body: '<!DOCTYPE html><html><body><pre>TypeError: fetch failed</pre></body></html>',
        },
        citations: [
          inference,
          recorded('A page of Xero’s own, pyxero issue 225', 'https://github.com/freakboy3742/pyxero/issues/225'),
        ],
      },
    ],
  },
  {
    id: 'gateway-error',
    when: [{ status: [502, 504] }],
    severity: 'warning',
    title: 'Gateway error',
    meaning:
      'A gateway between you and the API got no usable answer from it, or none in time; the API itself did not speak.',
    fix: 'Try again later; if a proxy of yours is between, check its time-out.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Try a read again with growing pauses; a write only with its Idempotency-Key.',
      executed: 'unknown',
      citation: inference,
    },
    example: {
      status: 504,
      headers: HTML_HEADERS,
      body: '<html><head><title>504 Gateway Time-out</title></head></html>',
    },
    citations: [
      {
        basis: 'inferred',
        title: 'HTTP Semantics, RFC 9110; not in Xero’s table',
        url: 'https://www.rfc-editor.org/rfc/rfc9110#status.502',
        retrieved: '2026-11-22',
      },
      recorded('504 with an empty body, Xero-Java issue 162', 'https://github.com/XeroAPI/Xero-Java/issues/162'),
    ],
    trueOfAnyOrigin: 'names no gateway',
  },
] as const satisfies readonly DiagnosisRow[];
