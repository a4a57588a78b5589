// Holds how what a call sent is read: the value of a header, and the tenant.

import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { getHeader, type Headers, hasHeader, tenantId, UNAVAILABLE_VALUE } from './exchange.ts';

test.each<[string, Headers, value: string | undefined, isThere: boolean]>([
  ['a header that is not there', [['accept', '*/*']], undefined, false],
  ['one that is', [['x', 'a']], 'a', true],
  [
    'one that was repeated',
    [
      ['x', 'a'],
      ['x', 'b'],
    ],
    'a, b',
    true,
  ],
  ['one that is known by its name alone', [['x', UNAVAILABLE_VALUE]], undefined, true],
])('reads %s', (_, headers, value, isThere) => {
  expect([getHeader(headers, 'x'), hasHeader(headers, 'x')]).toEqual([value, isThere]);
});

test.each([
  [' E1EEDE29-F875 ', 'e1eede29-f875'],
  ['', undefined],
  [' ', undefined],
  [UNAVAILABLE_VALUE, undefined],
])('a call with Xero-Tenant-Id %j names the tenant %j', (value, tenant) => {
  expect(tenantId(exchange({ sentHeaders: { 'xero-tenant-id': value } }))).toBe(tenant);
});
