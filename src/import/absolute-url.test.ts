import { expect, test } from 'vitest';
import { absoluteUrl } from './absolute-url.ts';

const path = '/projects.xro/2.0/Projects';
const headers = (pairs: Record<string, string>) => ({
  headers: Object.entries(pairs).map(([name, value]) => ({ name, value })),
});

test.each<[url: string, request: object, expected: string]>([
  [path, headers({ Host: 'api.xero.com' }), `https://api.xero.com${path}`],
  [path, headers({ host: 'other', ':authority': 'api.xero.com' }), `https://api.xero.com${path}`],
  [path, { headers: { HOST: 'api.xero.com' } }, `https://api.xero.com${path}`],
  [path, headers({ Host: 'app.example:80' }), `http://app.example:80${path}`],
  [path, headers({ Host: 'app.example', ':scheme': 'http' }), `http://app.example${path}`],
  [path, headers({ Host: 'app.example', 'X-Forwarded-Proto': 'http' }), `http://app.example${path}`],
  [path, { ...headers({ Host: 'app.example' }), scheme: 'http' }, `http://app.example${path}`],
  [`http://${path}`, headers({ Host: 'app.example' }), `http://app.example${path}`],
  [`//api.xero.com${path}`, {}, `https://api.xero.com${path}`],
  [`api.xero.com${path}`, {}, `https://api.xero.com${path}`],
  [`api.xero.com:443${path}`, {}, `https://api.xero.com:443${path}`],
])('completes %j with %j', (url, request, expected) => {
  expect(absoluteUrl(url, request as Record<string, unknown>)).toBe(expected);
});

test.each<[url: string, request: object]>([
  [`https://api.xero.com${path}`, headers({ Host: 'other.example' })],
  ['chrome-extension://abc/x', headers({ Host: 'api.xero.com' })],
  ['data:text/plain,x', headers({ Host: 'api.xero.com' })],
  ['about:blank', headers({ Host: 'api.xero.com' })],
  [path, {}],
  [path, headers({ Host: 'a@b/c' })],
  [path, { headers: [null, { name: 'host', value: 5 }, { name: 'x'.repeat(1_000_000) }] }],
  ['', {}],
])('leaves %j with other headers as it is', (url, request) => {
  expect(absoluteUrl(url, request as Record<string, unknown>)).toBe(url);
});
