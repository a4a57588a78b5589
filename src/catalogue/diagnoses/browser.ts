// Where these come from: what browsers do with a request before or instead of a response; each row names its own citation.
// Requests that got no response that the page may read.

import { type Citation, inference, noCors } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { PROXY_URL, statusPage } from './row-parts.ts';

const corsProtocol: Citation = {
  basis: 'inferred',
  title: 'Fetch Standard, CORS protocol; not in Xero’s table',
  url: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  retrieved: '2026-11-22',
};

export const browserFailures = [
  {
    id: 'cors-blocked',
    when: [{ failure: 'cors' }],
    severity: 'error',
    title: 'Blocked by the browser (CORS)',
    meaning: 'Xero sends no CORS headers, so the browser keeps the answer from a page of another origin.',
    fix: 'Send the call from your server, or through a proxy of the same origin as the page.',
    docsUrl: 'https://github.com/XeroAPI/xero-node/issues/681',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Route the call through a server first; the browser will refuse every direct one.',
      executed: 'unknown',
      citation: noCors,
    },
    client: { action: 'use-server' },
    example: { status: 0, failure: 'cors' },
    citations: [noCors],
    variants: [
      {
        when: [{ failure: 'cors', via: 'proxy' }],
        title: 'Blocked by the browser (CORS of your proxy)',
        meaning: 'Your proxy’s answer does not allow pages of this origin, so the browser keeps it from the page.',
        fix: 'Let the proxy send `Access-Control-Allow-Origin` for the page’s origin, to the preflight too, or serve it from the page’s own origin.',
        docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Mend the proxy first; until then the browser keeps every such answer from the page.',
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
    meaning: 'The page cancelled the call, or was left, before an answer came.',
    fix: 'Check what cancels it: an AbortController, a time-out of your own or a navigation.',
    docsUrl: 'https://developer.mozilla.org/docs/Web/API/AbortController',
    retry: {
      action: { kind: 'cannot-tell' },
      advice: 'Read back first if it was a write: Xero may have received it.',
      executed: 'unknown',
      citation: inference,
    },
    client: { action: 'stop' },
    example: { status: 0, failure: 'aborted' },
    citations: [inference],
  },
  {
    id: 'network-failure',
    when: [{ failure: 'network' }],
    severity: 'error',
    title: 'No answer',
    meaning: 'No whole answer came: the connection failed or broke off.',
    fix: 'Check that the proxy or host is up and that its certificate and address are right.',
    docsUrl: statusPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      advice: 'Try a read again with growing pauses; a write only with its Idempotency-Key.',
      executed: 'unknown',
      citation: inference,
    },
    example: { status: 0, failure: 'network' },
    citations: [inference],
  },
] as const satisfies readonly DiagnosisRow[];
