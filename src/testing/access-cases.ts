// Requests for recorded entries, and who may read them. The recorders for Node and for Python decide the same.

import type { AccessRequest, AccessRules } from '../recorder/protocol/access.ts';

const key = 'abcdefghijklmnopqrstu_';
export const accessQuery = { key, cursor: 12, follow: false, from: 0 };

export interface AccessCase extends Omit<Partial<AccessRequest>, 'headers'> {
  /** In addition to those of a page at localhost. `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly allowedHosts?: readonly string[];
  readonly allowedOrigins?: readonly string[];
}

const appTest = { allowedHosts: ['app.test'], allowedOrigins: ['https://app.test:8443'] };

export const allowed: readonly (readonly [string, AccessCase])[] = [
  ['a page of the same origin', {}],
  ['the address bar', { headers: { 'sec-fetch-site': 'none' } }],
  ['a client on IPv6', { peer: '::1', headers: { host: '[::1]:3000' } }],
  ['a client with an IPv4-mapped IPv6 address', { peer: '::ffff:127.0.0.1' }],
  ['another loopback address', { peer: '127.8.9.10', headers: { host: '127.8.9.10' } }],
  ['a subdomain of localhost', { headers: { host: 'shop.localhost:3000' } }],
  ['a page under a name that the developer allowed', { ...appTest, headers: { host: 'App.test:3000' } }],
  [
    'a page under such a name without HTTPS, which sends no Sec-Fetch-Site',
    { ...appTest, headers: { host: 'app.test', 'sec-fetch-site': undefined } },
  ],
  ['a page of another port', { headers: { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' } }],
  [
    'a page of another loopback origin',
    { headers: { origin: 'http://127.0.0.1:5173', 'sec-fetch-site': 'cross-site' } },
  ],
  [
    'a page of another port without Sec-Fetch-Site',
    { headers: { origin: 'http://localhost:5173', 'sec-fetch-site': undefined } },
  ],
  [
    'a page of an origin that the developer allowed',
    { ...appTest, headers: { origin: 'https://app.test:8443', 'sec-fetch-site': 'cross-site' } },
  ],
  ['a page of an allowed host', { ...appTest, headers: { host: 'app.test', origin: 'https://app.test' } }],
  ['the query of the header, with the request’s number', { url: `/app/time?xero-inspector=${key}.12.7` }],
  ['any path', { url: `/?xero-inspector=${key}.12` }],
  ['a page behind proxies on this machine', { headers: { 'x-forwarded-for': '127.0.0.1, ::1,::ffff:127.0.0.1' } }],
  [
    'a page behind a development proxy',
    {
      headers: {
        'x-forwarded-for': '::1',
        'x-forwarded-host': 'localhost:5173',
        'x-forwarded-port': '5173',
        'x-forwarded-proto': 'http',
      },
    },
  ],
  ['a page behind a proxy of HTTP/2, which knows no Host', { headers: { 'x-forwarded-host': '' } }],
  ['a page behind a proxy that names ports', { headers: { 'x-forwarded-for': '127.0.0.1:4711, [::1]:4711, [::1]' } }],
  [
    'a page behind nginx',
    { headers: { 'x-real-ip': '127.0.0.1', 'true-client-ip': '127.0.0.1', 'cf-connecting-ip': '::1' } },
  ],
  [
    'a page behind a proxy of RFC 7239',
    {
      headers: {
        forwarded: 'for="[::1]:4711";host="localhost:5173";proto=http;by=_edge, For=127.0.0.1; Host=localhost',
      },
    },
  ],
  [
    'a page under an allowed name behind proxies',
    { ...appTest, headers: { 'x-forwarded-host': 'app.test:8443, APP.test', forwarded: 'host=app.test' } },
  ],
];

const foreign = '203.0.113.7';

export const refused: readonly (readonly [string, AccessCase, number])[] = [
  ['another machine', { peer: '192.168.1.20' }, 403],
  ['a machine whose address looks similar', { peer: '127.0.0.1.example' }, 403],
  ['a peer without an address', { peer: undefined }, 403],
  ['a foreign name that DNS resolves to this machine', { headers: { host: 'evil.example' } }, 403],
  ['a name that ends similarly', { headers: { host: 'evillocalhost' } }, 403],
  ['a name that begins similarly', { headers: { host: '127.0.0.1.evil.example' } }, 403],
  ['a request without a host', { headers: { host: undefined } }, 403],
  ['a foreign name that a proxy has replaced, or a program', { headers: { 'sec-fetch-site': undefined } }, 403],
  ['a page of another site', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }, 403],
  ['a page of a similar site', { headers: { origin: 'http://localhost.evil.example' } }, 403],
  ['a page with an opaque origin', { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } }, 403],
  ['a page of an extension', { headers: { origin: 'chrome-extension://localhost' } }, 403],
  ['an image or script of another site, which has no origin', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['an image or script of another port', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['a form', { method: 'POST' }, 405],
  ['a HEAD request', { method: 'HEAD' }, 405],
  ['the key of another process', { url: `/?xero-inspector=${key.slice(1)}x.12` }, 404],
  ['a key that is too short', { url: `/?xero-inspector=${key.slice(1)}.12` }, 404],
  ['a key without a cursor', { url: `/?xero-inspector=${key}` }, 404],
  ['a cursor that isn’t a number', { url: `/?xero-inspector=${key}.-1` }, 404],
  ['a cursor that is too long', { url: `/?xero-inspector=${key}.1234567890123456` }, 404],
  ...['x-forwarded-for', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip'].flatMap((name) =>
    [
      foreign,
      `${foreign}, 127.0.0.1`,
      `127.0.0.1, ${foreign}`,
      `127.0.0.1;${foreign}`,
      `${foreign}:4711`,
      '[2001:db8::1]:4711',
      '127.0.0.1.example',
      '127.0.0.1]:1',
      'unknown',
      'for=127.0.0.1',
    ].map((value) => [`a client behind ${name}: ${value}`, { headers: { [name]: value } }, 403] as const),
  ),
  ['a client after many others', { headers: { 'x-forwarded-for': `${'127.0.0.1,'.repeat(100)}${foreign}` } }, 403],
  ['more clients than are read', { headers: { 'x-forwarded-for': '127.0.0.1,'.repeat(101) } }, 403],
  ...['evil.example', 'localhost, evil.example', 'app.test', 'localhost/'].map(
    (value) => [`a page behind x-forwarded-host: ${value}`, { headers: { 'x-forwarded-host': value } }, 403] as const,
  ),
  ...[
    `for=${foreign}`,
    `for=127.0.0.1, FOR=${foreign}`,
    'for="[2001:db8::1]:4711"',
    'for=unknown',
    'for=_hidden',
    'for="127.0.0.1:_port"',
    'for=127.0.0.1;host=evil.example',
    `for=", for=${foreign}`,
    `for="127.0.0.1, for=${foreign}`,
    `by="a;for=${foreign}"`,
    `for = ${foreign}`,
    'for="127.0.0\\.1"',
    '127.0.0.1',
  ].map((value) => [`a client behind forwarded: ${value}`, { headers: { forwarded: value } }, 403] as const),
];

/** What a page at localhost sends, changed as the case says, and the options of the recorder. */
export function readAccessCase(each: AccessCase): { request: AccessRequest; rules: AccessRules } {
  const { headers, allowedHosts = [], allowedOrigins = [], ...change } = each;
  const sent = Object.entries({ host: 'localhost:3000', 'sec-fetch-site': 'same-origin', ...headers });
  return {
    request: {
      method: 'GET',
      url: `/app/time?xero-inspector=${key}.12`,
      peer: '127.0.0.1',
      headers: Object.fromEntries(sent.filter(([, value]) => value !== undefined)),
      ...change,
    },
    rules: { key, allowedHosts: new Set(allowedHosts), allowedOrigins: new Set(allowedOrigins) },
  };
}
