// Headers whose differences are insignificant, and why: they differ between any two requests, or the browser does not always report them.

export interface ExpectedHeader {
  readonly names: readonly string[];
  readonly reason: string;
  /** `both`: only if both requests have it, because its absence is significant. `one`: only if one of them lacks it. */
  readonly in?: 'both' | 'one';
}

/** Names are in lower case. */
export const expectedHeaders: readonly ExpectedHeader[] = [
  { names: ['date'], reason: 'time of the response' },
  {
    names: ['xero-correlation-id', 'x-correlation-id', 'x-request-id', 'request-id', 'cf-ray', 'x-amzn-trace-id'],
    reason: 'identifies the request',
  },
  { names: ['traceparent', 'tracestate', 'baggage', 'sentry-trace'], reason: 'identifies the request for tracing' },
  { names: ['idempotency-key'], reason: 'new for each write', in: 'both' },
  { names: ['content-length'], reason: 'depends on the body' },
  {
    names: ['age', 'etag', 'expires', 'last-modified', 'if-none-match', 'if-modified-since'],
    reason: 'used for caching',
  },
  {
    names: ['x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'],
    reason: 'decreases with each request',
  },
  { names: ['server-timing', 'x-response-time', 'x-envoy-upstream-service-time'], reason: 'duration' },
  { names: ['keep-alive', 'alt-svc', 'transfer-encoding'], reason: 'connection settings' },
  { names: ['xero-inspector'], reason: 'set by the recorder' },
  { names: ['cookie', 'set-cookie'], reason: 'not used by the API' },
  { names: ['referer'], reason: 'the page that made the request' },
  // Chromium does not report them for workers, or if it learns of them after the request has ended. Firefox sends others.
  // Pages cannot set them (https://fetch.spec.whatwg.org/#forbidden-request-header), except `priority`, which they rarely do.
  {
    names: [
      ...['accept-encoding', 'connection', 'host', 'origin', 'priority', 'te', 'dnt', 'sec-gpc'],
      ...['sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'sec-fetch-storage-access'],
      ...['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'],
    ],
    reason: 'not always reported',
    in: 'one',
  },
];
