import { describe, expect, test } from 'vitest';
import { type AccessRequest, decideAccess } from './access.ts';

const key = 'abcdefghijklmnopqrstu_';
const rules = { key, allowedHosts: new Set(['app.test']), allowedOrigins: new Set(['https://app.test:8443']) };
const request: AccessRequest = {
  method: 'GET',
  url: `/app/time?xero-inspector=${key}.12`,
  peer: '127.0.0.1',
  forwardedFor: undefined,
  host: 'localhost:3000',
  origin: undefined,
  fetchSite: 'same-origin',
};
const query = { key, cursor: 12, follow: false, from: 0 };

describe('recorded entries can be read by', () => {
  test.each<[string, Partial<AccessRequest>]>([
    ['a page of the same origin', {}],
    ['an older browser, which sends no Sec-Fetch-Site', { fetchSite: undefined }],
    ['a proxy on this machine', { forwardedFor: '127.0.0.1, ::1' }],
    ['the address bar', { fetchSite: 'none' }],
    ['a client on IPv6', { peer: '::1', host: '[::1]:3000' }],
    ['a client with an IPv4-mapped IPv6 address', { peer: '::ffff:127.0.0.1' }],
    ['another loopback address', { peer: '127.8.9.10', host: '127.8.9.10' }],
    ['a subdomain of localhost', { host: 'shop.localhost:3000' }],
    ['a page under a name that the developer allowed', { host: 'App.test:3000' }],
    ['a page of another port', { origin: 'http://localhost:5173', fetchSite: 'same-site' }],
    ['a page of another loopback origin', { origin: 'http://127.0.0.1:5173', fetchSite: 'cross-site' }],
    ['a page of an origin that the developer allowed', { origin: 'https://app.test:8443', fetchSite: 'cross-site' }],
    ['a page of an allowed host', { host: 'app.test', origin: 'https://app.test', fetchSite: 'same-origin' }],
    ['the query of the header, with the request’s number', { url: `/app/time?xero-inspector=${key}.12.7` }],
    ['any path', { url: `/?xero-inspector=${key}.12` }],
  ])('%s', (_, change) => {
    const changed = { ...request, ...change };
    const allowOrigin = changed.origin === undefined ? {} : { allowOrigin: changed.origin };
    expect(decideAccess(changed, rules)).toEqual({ status: 200, query, ...allowOrigin });
  });
});

describe('access is refused to', () => {
  test.each<[string, Partial<AccessRequest>, number]>([
    ['another machine', { peer: '192.168.1.20' }, 403],
    ['a machine whose address looks similar', { peer: '127.0.0.1.example' }, 403],
    ['a client of a tunnel', { forwardedFor: '203.0.113.7' }, 403],
    ['a client of a tunnel behind a proxy', { forwardedFor: '203.0.113.7, 127.0.0.1' }, 403],
    ['a client of a proxy that hides it', { forwardedFor: 'unknown' }, 403],
    ['a peer without an address', { peer: undefined }, 403],
    ['a foreign name that DNS resolves to this machine', { host: 'evil.example' }, 403],
    ['a name that ends similarly', { host: 'evillocalhost' }, 403],
    ['a name that begins similarly', { host: '127.0.0.1.evil.example' }, 403],
    ['a request without a host', { host: undefined }, 403],
    ['a page of another site', { origin: 'https://evil.example', fetchSite: 'cross-site' }, 403],
    ['a page of a similar site', { origin: 'http://localhost.evil.example' }, 403],
    ['a page with an opaque origin', { origin: 'null', fetchSite: 'cross-site' }, 403],
    ['a page of an extension', { origin: 'chrome-extension://localhost' }, 403],
    ['an image or script of another site, which has no origin', { fetchSite: 'cross-site' }, 403],
    ['an image or script of another port', { fetchSite: 'same-site' }, 403],
    ['a form', { method: 'POST' }, 405],
    ['a HEAD request', { method: 'HEAD' }, 405],
    ['the key of another process', { url: `/?xero-inspector=${key.slice(1)}x.12` }, 404],
    ['a key that is too short', { url: `/?xero-inspector=${key.slice(1)}.12` }, 404],
    ['a key without a cursor', { url: `/?xero-inspector=${key}` }, 404],
    ['a cursor that isn’t a number', { url: `/?xero-inspector=${key}.-1` }, 404],
    ['a cursor that is too long', { url: `/?xero-inspector=${key}.1234567890123456` }, 404],
  ])('%s', (_, change, status) => {
    const access = decideAccess({ ...request, ...change }, rules);
    expect(access).toMatchObject({ status, error: expect.stringMatching(/\.$/) });
    // A page that isn’t allowed to read the response can’t read the error either.
    expect('allowOrigin' in access).toBe(false);
  });

  test('a page of another port with the wrong key, which may read the error', () => {
    const origin = 'http://localhost:5173';
    expect(decideAccess({ ...request, origin, url: '/?xero-inspector=x' }, rules)).toMatchObject({
      status: 404,
      allowOrigin: origin,
    });
  });
});

test('a preflight needs no key', () => {
  const origin = 'http://localhost:5173';
  expect(decideAccess({ ...request, method: 'OPTIONS', origin, fetchSite: 'cross-site' }, rules)).toEqual({
    status: 204,
    allowOrigin: origin,
  });
});
