import { expect, test } from 'vitest';
import { formatHeader, isForRecorder, parseQuery } from './query.ts';

const key = 'abcdefghijklmnopqrstu_';

test.each([
  ['/?xero-inspector=x', true],
  ['/app?xero-inspector=', true],
  ['/app?a=1&xero-inspector=x', false],
  ['/app?xero-inspectors=x', false],
  ['/xero-inspector=x', false],
  ['/app', false],
])('%s is for the recorder: %s', (url, expected) => {
  expect(isForRecorder(url)).toBe(expected);
});

test.each([
  [`${key}.0`, { cursor: 0, follow: false, from: 0 }],
  [`${key}.7&follow`, { cursor: 7, follow: true, from: 0 }],
  [`${key}.7&from=500`, { cursor: 7, follow: false, from: 500 }],
  [`${key}.7&from=-1&follow=1`, { cursor: 7, follow: false, from: 0 }],
])('parses %s', (value, expected) => {
  expect(parseQuery(`/a?xero-inspector=${value}`)).toEqual({ key, ...expected });
});

test('a header with the largest numbers is at most 150 bytes long', () => {
  expect(formatHeader(key, 999_999_999_999_999, 999_999_999_999_999).length).toBeLessThanOrEqual(150);
});
