// Where these come from: what browsers do with a request before or instead of a response; each row names its own citation.
// Requests that got no response that the page may read.

import { type Citation, inference, inferred, noCors } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { PROXY_URL, statusPage } from './row-parts.ts';

const corsProtocol: Citation = inferred(
  'Fetch Standard, CORS protocol (not in Xero’s list of response codes)',
  'https://fetch.spec.whatwg.org/#http-cors-protocol',
);

export const browserFailures = [
  {
    id: 'cors-blocked',
    when: [{ failure: 'cors' }],
    severity: 'error',
    title: 'Blocked by CORS',
    meaning: 'Xero doesn’t send CORS headers, so browsers block responses to cross-origin requests.',
    fix: 'Send the request from your server, or through a proxy on the page’s own origin.',
    docsUrl: 'https://github.com/XeroAPI/xero-node/issues/681',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Send it through a server first. The browser blocks every direct request.',
      executed: 'unknown',
      citation: noCors,
    },
    client: { action: 'use-server' },
    example: { status: 0, failure: 'cors' },
    citations: [noCors],
    variants: [
      {
        when: [{ failure: 'cors', via: 'proxy' }],
        title: 'Blocked by CORS (your proxy)',
        meaning: 'Your proxy’s response doesn’t allow pages of this origin, so the browser blocks it.',
        fix: 'Have the proxy send `Access-Control-Allow-Origin` for the page’s origin, for preflights too. Or serve the proxy from the page’s own origin.',
        docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Fix the proxy’s CORS headers first. Until then the browser blocks every response.',
          executed: 'unknown',
          citation: corsProtocol,
        },
        example: { url: PROXY_URL, status: 0, failure: 'cors' },
        citations: [corsProtocol],
      },
    ],
  },
  {
    id: 'aborted',
    when: [{ failure: 'aborted' }],
    severity: 'warning',
    title: 'Cancelled by the page',
    meaning: 'The page cancelled the request, or the user left the page, before a response arrived.',
    fix: 'Check what cancels it: an `AbortController`, your own timeout or a navigation.',
    docsUrl: 'https://developer.mozilla.org/docs/Web/API/AbortController',
    retry: {
      action: { kind: 'cannot-tell' },
      advice: 'If it was a write, read the data back first. Xero may have received it.',
      executed: 'unknown',
      citation: inference,
    },
    client: { action: 'stop' },
    example: { status: 0, failure: 'aborted' },
    citations: [inference],
    variants: [
      {
        when: [{ failure: 'aborted', via: 'server' }],
        title: 'Cancelled by the server',
        meaning: 'Your server cancelled the request before a response arrived.',
        fix: 'Check what cancels it: an `AbortController`, a timeout of your HTTP client, or a page that was left.',
        example: { status: 0, failure: 'aborted', isMadeByServer: true },
      },
    ],
  },
  {
    id: 'network-failure',
    when: [{ failure: 'network' }],
    severity: 'error',
    title: 'No response',
    meaning: 'The connection failed or broke before a complete response arrived.',
    fix: 'Check that the proxy or host is up, and that its certificate and URL are right.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Retry a read with increasing delays. Retry a write only with its `Idempotency-Key`.',
      executed: 'unknown',
      citation: inference,
    },
    example: { status: 0, failure: 'network' },
    citations: [inference],
    variants: [
      {
        when: [{ failure: 'network', via: 'server' }],
        title: 'No response to the server',
        meaning: 'The connection between your server and the host failed or broke before a complete response arrived.',
        fix: 'Check the server’s network, DNS, outgoing proxy and certificates.',
        example: { status: 0, failure: 'network', isMadeByServer: true },
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
