import { expect, test } from 'vitest';
import { parseToken } from '../../capture/parse-token.ts';
import { parseHead, toRawHeaders, toRecordedHeaders } from './recorded-headers.ts';

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { iss: 'https://identity.xero.com', scope: ['projects'], exp: 1_800_000_000 };
const unsigned = `${base64({ alg: 'RS256' })}.${base64(claims)}.`;

test.each([
  ['Authorization', `Bearer ${unsigned}c2lnbmF0dXJl`, `Bearer ${unsigned}`],
  ['authorization', `${unsigned}c2lnbmF0dXJl`, unsigned],
  ['Authorization', 'Bearer opaque-secret', 'Bearer [redacted]'],
  ['Authorization', 'Basic dXNlcjpwYXNzd29yZA==', 'Basic [redacted]'],
  ['Authorization', 'opaque-secret', '[redacted]'],
  ['Authorization', `Bearer ${unsigned}c2lnbmF0dXJl and more`, 'Bearer [redacted]'],
  ['Cookie', 'a=secret; b=2', '[redacted, 2 cookies, 13 characters]'],
  ['Set-Cookie', 'a=secret', '[redacted, 1 cookie, 8 characters]'],
  ['X-Api-Key', 'secret', '[redacted, 6 characters]'],
  ['Xero-Tenant-Id', 'tenant', 'tenant'],
  ['Referer', 'https://a.example/?access_token=secret', 'https://a.example/?access_token=[redacted]'],
])('stores %s: %s as %s', (name, value, expected) => {
  expect(toRecordedHeaders([[name, value]])).toEqual([{ name, value: expected }]);
});

test('the panel reads the claims of a token without its signature', () => {
  const [header] = toRecordedHeaders([['Authorization', `Bearer ${unsigned}c2lnbmF0dXJl`]]);
  expect(parseToken(header?.value ?? '')).toMatchObject({ kind: 'jwt', issuer: claims.iss, scopes: claims.scope });
});

test('parses the head of a message', () => {
  expect(parseHead('GET / HTTP/1.1\r\nHost: a.example:80\r\nX-Empty:\r\n\r\n')).toEqual([
    ['Host', 'a.example:80'],
    ['X-Empty', ''],
  ]);
});

test.each([
  [
    ['A', '1', 'B', '2'],
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  [[Buffer.from('A'), Buffer.from('é', 'latin1')], [['A', 'é']]],
  [
    ['A', ['1', '2']],
    [
      ['A', '1'],
      ['A', '2'],
    ],
  ],
  [
    { a: '1', b: ['2'] },
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [undefined, []],
])('reads headers as %j', (headers, expected) => {
  expect(toRawHeaders(headers)).toEqual(expected);
});
