// The headers whose values are shown. Of every other header only the name and the length of the value are stored: a secret may be in any of them.

interface ShownHeaders {
  readonly why: string;
  /** In lower case. */
  readonly names: readonly string[];
}

/** Values are still searched for secrets. `Authorization` and cookies are never here: they have descriptions of their own. */
export const shownHeaders: readonly ShownHeaders[] = [
  {
    why: 'The API reads them, and checks and diagnoses depend on them',
    names: ['xero-tenant-id', 'idempotency-key', 'accept', 'content-type', 'if-modified-since'],
  },
  {
    why: 'The API sends them: limits, waiting times and what its support asks for',
    names: [
      ...['xero-correlation-id', 'x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'],
      ...['x-rate-limit-problem', 'retry-after', 'x-client-tls-ver'],
    ],
  },
  { why: 'OAuth: why a token was rejected', names: ['www-authenticate', 'proxy-authenticate'] },
  {
    why: 'CORS: why the browser blocked a response',
    names: [
      ...['origin', 'access-control-request-method', 'access-control-request-headers'],
      ...['access-control-request-private-network', 'access-control-allow-origin', 'access-control-allow-methods'],
      ...['access-control-allow-headers', 'access-control-allow-credentials', 'access-control-allow-private-network'],
      ...['access-control-expose-headers', 'access-control-max-age', 'timing-allow-origin'],
      ...['cross-origin-resource-policy', 'cross-origin-opener-policy', 'cross-origin-embedder-policy'],
    ],
  },
  {
    why: 'Caching: whether a response is old',
    names: [
      ...['age', 'cache-control', 'date', 'etag', 'expires', 'last-modified', 'pragma', 'vary', 'warning'],
      ...['if-match', 'if-none-match', 'if-range', 'if-unmodified-since', 'x-cache', 'x-cache-hits', 'cf-cache-status'],
    ],
  },
  {
    why: 'HTTP: the form of the message, and how it was sent',
    names: [
      ...['accept-charset', 'accept-encoding', 'accept-language', 'accept-ranges', 'allow', 'connection'],
      ...['content-disposition', 'content-encoding', 'content-language', 'content-length', 'content-location'],
      ...['content-range', 'expect', 'host', 'keep-alive', 'link', 'location', 'max-forwards', 'range', 'referer'],
      ...['referrer-policy', 'server', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'upgrade-insecure-requests'],
      ...['user-agent', 'alt-svc', 'priority', 'x-http-method-override', 'x-requested-with'],
    ],
  },
  {
    why: 'What the browser says about the page and itself',
    names: [
      ...['dnt', 'save-data', 'sec-gpc', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'sec-fetch-user'],
      ...['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform', 'sec-purpose', 'service-worker-allowed'],
      ...['strict-transport-security', 'x-content-type-options', 'x-frame-options', 'x-xss-protection'],
    ],
  },
  {
    why: 'Gateways and proxies: which of them wrote a response, and what its operator can search for',
    names: [
      ...[
        'via',
        'cf-ray',
        'x-request-id',
        'x-correlation-id',
        'request-id',
        'traceparent',
        'x-trace-id',
        'x-amzn-requestid',
      ],
      ...['x-amzn-trace-id', 'x-amzn-errortype', 'x-amz-cf-id', 'x-amz-cf-pop', 'x-azure-ref', 'x-vercel-id'],
      ...['x-vercel-error', 'x-served-by', 'x-timer', 'x-powered-by', 'x-envoy-upstream-service-time', 'server-timing'],
      ...['x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-original-uri', 'x-original-url'],
      ...['x-forwarded-uri', 'x-forwarded-url', 'x-rewrite-url'],
    ],
  },
  {
    why: 'Limits of a proxy',
    names: [
      ...['ratelimit', 'ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
      ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
    ],
  },
];

const shown: ReadonlySet<string> = new Set(shownHeaders.flatMap(({ names }) => names));

/** Whether the value of header `name` (lower case) is shown, apart from secrets in it. */
export function isShownHeader(name: string): boolean {
  return shown.has(name);
}
