// Reading header values and the tenant of a request.

import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { getHeader, type Headers, hasHeader, tenantId, UNAVAILABLE_VALUE } from './exchange.ts';

test.each<[string, Headers, value: string | undefined, isPresent: boolean]>([
  ['a missing header', [['accept', '*/*']], undefined, false],
  ['a single header', [['x', 'a']], 'a', true],
  [
    'a repeated header',
    [
      ['x', 'a'],
      ['x', 'b'],
    ],
    'a, b',
    true,
  ],
  ['a header whose value is unavailable', [['x', UNAVAILABLE_VALUE]], undefined, true],
])('reads %s', (_, headers, value, isPresent) => {
  expect([getHeader(headers, 'x'), hasHeader(headers, 'x')]).toEqual([value, isPresent]);
});

test.each([
  [' E1EEDE29-F875 ', 'e1eede29-f875'],
  ['', undefined],
  [' ', undefined],
  [UNAVAILABLE_VALUE, undefined],
])('a request with Xero-Tenant-Id %j has the tenant %j', (value, tenant) => {
  expect(tenantId(exchange({ sentHeaders: { 'xero-tenant-id': value } }))).toBe(tenant);
});
