import { describe, expect, test } from 'vitest';
import { type AccessCase, accessQuery, allowed, readAccessCase, refused } from '../../testing/access-cases.ts';
import { decideAccess } from './access.ts';

function decide(each: AccessCase) {
  const { request, rules } = readAccessCase(each);
  return decideAccess(request, rules);
}

describe('recorded entries can be read by', () => {
  test.each(allowed)('%s', (_, each) => {
    const origin = each.headers?.origin;
    const allowOrigin = origin === undefined ? {} : { allowOrigin: origin };
    expect(decide(each)).toEqual({ status: 200, query: accessQuery, ...allowOrigin });
  });
});

describe('access is refused to', () => {
  test.each(refused)('%s', (_, each, status) => {
    const access = decide(each);
    expect(access).toMatchObject({ status, error: expect.stringMatching(/\.$/) });
    // A page that isn’t allowed to read the response can’t read the error either.
    expect('allowOrigin' in access).toBe(false);
  });

  test('a page of another port with the wrong key, which may read the error', () => {
    const origin = 'http://localhost:5173';
    expect(decide({ headers: { origin }, url: '/?xero-inspector=x' })).toMatchObject({
      status: 404,
      allowOrigin: origin,
    });
  });
});

test('a preflight needs no key', () => {
  const origin = 'http://localhost:5173';
  expect(decide({ method: 'OPTIONS', url: '/', headers: { origin, 'sec-fetch-site': 'cross-site' } })).toEqual({
    status: 204,
    allowOrigin: origin,
  });
});

test('in HTTP/2, the host is that of the authority', () => {
  expect(decide({ headers: { host: undefined, ':authority': 'localhost:3000' } })).toMatchObject({ status: 200 });
  expect(decide({ headers: { host: undefined, ':authority': 'evil.example' } })).toMatchObject({ status: 403 });
});
