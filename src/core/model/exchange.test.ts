// Holds how what a call sent is read: the value of a header, and the tenant.

import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { type Headers, hasHeader, header, tenantOf, untoldValue } from './exchange.ts';

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
  ['one that is known by its name alone', [['x', untoldValue]], undefined, true],
])('reads %s', (_, headers, value, isThere) => {
  expect([header(headers, 'x'), hasHeader(headers, 'x')]).toEqual([value, isThere]);
});

test.each([
  [' E1EEDE29-F875 ', 'e1eede29-f875'],
  ['', undefined],
  [' ', undefined],
  [untoldValue, undefined],
])('a call with Xero-Tenant-Id %j names the tenant %j', (value, tenant) => {
  expect(tenantOf(exchange({ sentHeaders: { 'xero-tenant-id': value } }))).toBe(tenant);
});
