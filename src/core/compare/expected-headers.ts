// Headers that differ between any two calls, and why: a difference in one of them tells nothing.

export interface ExpectedHeader {
  readonly names: readonly string[];
  readonly why: string;
  /** Only where both calls have it: to have it or not is a difference. */
  readonly inBoth?: true;
}

/** Names in lower case. One more header is one more name. */
export const expectedHeaders: readonly ExpectedHeader[] = [
  { names: ['date'], why: 'when it was answered' },
  {
    names: ['xero-correlation-id', 'x-correlation-id', 'x-request-id', 'request-id', 'cf-ray', 'x-amzn-trace-id'],
    why: 'identifies the call',
  },
  { names: ['traceparent', 'tracestate', 'baggage', 'sentry-trace'], why: 'identifies the call to monitoring' },
  { names: ['idempotency-key'], why: 'new for each write', inBoth: true },
  { names: ['content-length'], why: 'follows the body' },
  { names: ['age', 'etag', 'expires', 'last-modified', 'if-none-match', 'if-modified-since'], why: 'for caches' },
  {
    names: ['x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'],
    why: 'counts down with each call',
  },
  { names: ['server-timing', 'x-response-time', 'x-envoy-upstream-service-time'], why: 'how long it took' },
  { names: ['keep-alive', 'alt-svc'], why: 'about the connection' },
  { names: ['cookie', 'set-cookie'], why: 'none of the API’s' },
  { names: ['referer'], why: 'the page that called' },
];
