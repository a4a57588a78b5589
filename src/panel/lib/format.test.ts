import { expect, test } from 'vitest';
import { formatInteger } from '../../core/text/format-number.ts';
import { formatSeconds } from '../../core/text/format-seconds.ts';
import { formatBytes, formatCountdown, formatMs, formatTime, truncate } from './format.ts';

test.each([
  [0, '0:00'],
  [-3, '0:00'],
  [0.2, '0:01'],
  [22, '0:22'],
  [300, '5:00'],
  [66_975, '18:36:15'],
])('formats a countdown of %d s as %s', (seconds, text) => {
  expect(formatCountdown(seconds)).toBe(text);
});

test.each([
  [0.25, '0.25 s'],
  [22, '22 s'],
  [300, '5 min'],
  [3_600, '60 min'],
  [66_975, '18 h 36 min'],
  [86_400, '24 h'],
])('formats %d s as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

test('includes the date unless it is today', () => {
  const now = new Date(2026, 10, 22, 14, 2, 41).getTime();
  expect(formatTime(now + 22_000, now)).toBe('14:03:03');
  expect(formatTime(now + 86_400_000, now)).toMatch(/23.*14:02:41/);
});

test.each([
  [12.4, '12 ms'],
  [1_240, '1.24 s'],
  [undefined, '–'],
])('formats a duration of %s as %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});

test('formats sizes and counts', () => {
  expect([formatBytes(512), formatBytes(12_345), formatBytes(4_200_000), formatBytes(64_000_000)]).toEqual([
    '512 B',
    '12.3 kB',
    '4.2 MB',
    '64 MB',
  ]);
  expect([formatInteger(7), formatInteger(1_204), formatInteger(1_234_567)]).toEqual(['7', '1,204', '1,234,567']);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('shows %d as unknown', (value) => {
  const all = [formatInteger, formatBytes, formatCountdown, formatSeconds, formatMs, (ms: number) => formatTime(ms, 0)];
  expect(all.map((format) => format(value))).toEqual(all.map(() => '–'));
});

test('truncates long texts with an ellipsis', () => {
  expect(truncate('short', 10)).toBe('short');
  expect(truncate('x'.repeat(2_000), 3)).toBe('xxx… (2,000 characters)');
});
