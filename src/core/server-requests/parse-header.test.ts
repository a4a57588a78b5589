import { describe, expect, test } from 'vitest';
import { parseServerHeader } from './parse-header.ts';

const key = 'AbCdEfGhIjKlMnOpQrS-_0';

test('parses key, cursor and request', () => {
  expect(parseServerHeader(`?xero-inspector=${key}.12.4`)).toEqual({ key, cursor: 12, request: 4 });
});

test('takes the largest numbers of the protocol', () => {
  const value = `?xero-inspector=${key}.999999999999999.999999999999999`;
  expect(parseServerHeader(value)?.cursor).toBe(999_999_999_999_999);
});

describe.each([
  ['an absolute URL', `https://evil.example/?xero-inspector=${key}.0.1`],
  ['a scheme-relative URL', `//evil.example/?xero-inspector=${key}.0.1`],
  ['a path', `/other?xero-inspector=${key}.0.1`],
  ['another parameter before', `?a=1&xero-inspector=${key}.0.1`],
  ['another parameter after', `?xero-inspector=${key}.0.1&follow`],
  ['a fragment', `?xero-inspector=${key}.0.1#a`],
  ['a short key', `?xero-inspector=${key.slice(1)}.0.1`],
  ['a key with other characters', `?xero-inspector=${key.slice(1)}/.0.1`],
  ['no request', `?xero-inspector=${key}.0`],
  ['a negative cursor', `?xero-inspector=${key}.-1.1`],
  ['a number that is too long', `?xero-inspector=${key}.1000000000000000.1`],
  ['a script', `?xero-inspector=${key}.0.1');alert(1)//`],
  ['a second line', `?xero-inspector=${key}.0.1\n?xero-inspector=${key}.0.1`],
  ['two values', `?xero-inspector=${key}.0.1, ?xero-inspector=${key}.0.2`],
  ['a value of more than 150 bytes', `${' '.repeat(150)}?xero-inspector=${key}.0.1`],
  ['nothing', ''],
])('ignores %s', (_, value) => {
  test('', () => expect(parseServerHeader(value)).toBeUndefined());
});
