// Headers with secrets are redacted except for their length; all others are unchanged.

import { describe, expect, test } from 'vitest';
import { createHeaderReader } from './header-reader.ts';

describe('header reader', () => {
  test.each([
    ['X-Access-Token', 'abcdefghijklmno', '[not kept]*****'],
    ['X-XSRF-TOKEN', 'abc', '[not kept]'],
    ['api-key', 'abc', '[not kept]'],
    ['x-forwarded-authorization', 'Bearer abc', '[not kept]'],
    ['x-amz-security-token', 'abc', '[not kept]'],
    ['Proxy-Authorization', '[not kept]', '[not kept]'],
    ['Cookie', 'a=1; b=2', '[2 cookies, 8 characters, not kept]'],
    ['X-Auth', 'Bearer abcdefg1', 'Bearer [not kept]'],
    ['X-Debug', 'Authorization: Bearer abcdefg1', 'Authorization: [not kept]'],
    [
      'Referer',
      'https://app.example/callback?code=abc&state=x',
      'https://app.example/callback?code=[not kept]&state=x',
    ],
    ['WWW-Authenticate', 'Bearer error="invalid_token"', 'Bearer error="invalid_token"'],
    ['Access-Control-Allow-Headers', 'Authorization, X-Session', 'Authorization, X-Session'],
    ['Vary', 'Authorization, Cookie', 'Authorization, Cookie'],
    ['Idempotency-Key', '5f2a', '5f2a'],
  ])('%s: %s becomes %s', (name, value, expected) => {
    expect(createHeaderReader()([{ name, value }]).headers).toEqual([[name.toLowerCase(), expected]]);
  });
});
