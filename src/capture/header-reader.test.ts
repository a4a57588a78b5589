// Known headers are shown without the secrets in them; of all others only the length remains.

import { describe, expect, test } from 'vitest';
import { createHeaderReader } from './header-reader.ts';

describe('header reader', () => {
  test.each([
    ['X-Access-Token', 'abcdefghijklmno', '[redacted, 15 characters]'],
    ['X-XSRF-TOKEN', 'abc', '[redacted, 3 characters]'],
    ['api-key', 'abc', '[redacted, 3 characters]'],
    ['x-forwarded-authorization', 'Bearer abc', '[redacted, 10 characters]'],
    ['x-amz-security-token', 'a', '[redacted, 1 character]'],
    ['Proxy-Authorization', '[redacted, 90 characters]', '[redacted, 90 characters]'],
    ['Proxy-Authorization', '[not kept]', '[redacted, 10 characters]'],
    ['X-Session', '[not kept]*****', '[redacted, 15 characters]'],
    ['Set-Cookie', 'a=1; Path=/; Secure', '[redacted, 1 cookie, 19 characters]'],
    ['Cookie', '[2 cookies, 60 characters, not kept]', '[redacted, 2 cookies, 60 characters]'],
    ['Cookie', '[redacted, 2 cookies, 60 characters]', '[redacted, 2 cookies, 60 characters]'],
    ['X-Anything', 'hunter2', '[redacted, 7 characters]'],
    ['X-Empty', '', '[redacted, 0 characters]'],
    ['Cookie', 'a=1; b=2', '[redacted, 2 cookies, 8 characters]'],
    ['X-Auth', 'Bearer abcdefg1', '[redacted, 15 characters]'],
    ['X-Debug', 'Authorization: Bearer abcdefg1', '[redacted, 30 characters]'],
    ['User-Agent', 'curl, Authorization: Bearer abcdefg1', 'curl, Authorization: Bearer [redacted]'],
    [
      'Referer',
      'https://app.example/callback?code=abc&state=x',
      'https://app.example/callback?code=[redacted]&state=x',
    ],
    ['WWW-Authenticate', 'Bearer error="invalid_token"', 'Bearer error="invalid_token"'],
    ['Access-Control-Allow-Headers', 'Authorization, X-Session', 'Authorization, X-Session'],
    ['Vary', 'Authorization, Cookie', 'Authorization, Cookie'],
    ['Idempotency-Key', '5f2a', '5f2a'],
  ])('%s: %s becomes %s', (name, value, expected) => {
    expect(createHeaderReader()([{ name, value }]).headers).toEqual([[name.toLowerCase(), expected]]);
  });

  test('hides a value that another header shows', () => {
    const { headers } = createHeaderReader()([
      { name: 'X-Request-Id', value: 'hunter2' },
      { name: 'X-Anything', value: 'hunter2' },
    ]);
    expect(headers).toEqual([
      ['x-request-id', 'hunter2'],
      ['x-anything', '[redacted, 7 characters]'],
    ]);
  });
});
