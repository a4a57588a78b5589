import { expect, test } from 'vitest';
import { buildChart } from '../../core/session/chart.ts';
import { beginMs, sessionOf, timedExchanges } from '../../testing/timed-exchanges.ts';
import { describeChart, formatBucket, formatRejections } from './format-chart.ts';

const chart = buildChart(
  sessionOf(
    timedExchanges([
      { at: 1, headers: { 'x-minlimit-remaining': '3' } },
      { at: 2, status: 429, headers: { 'x-minlimit-remaining': '0' } },
      { at: 3, status: 503 },
      { at: 4, status: 0 },
      { at: 11 },
    ]),
  ).exchanges,
  beginMs,
  beginMs + 300_000,
);
const [first, second, third] = chart.buckets;

test('a bucket is described by its requests, what was left and the rejections', () => {
  expect(first && formatBucket(first, beginMs)).toMatch(
    /^\d\d:00:00 · 4 requests · 4 per minute · 0 remaining · 1 × 200 · 1 × 429 · 1 × 503 · 1 × no response$/,
  );
  expect(second && formatBucket(second, beginMs)).toMatch(/ · 1 request · 5 per minute · remaining unknown · 1 × 200$/);
});

test('rejections are described by status; empty if there are none', () => {
  expect(chart.buckets.slice(0, 3).map(formatRejections)).toEqual(['1 × 429, 1 × 503', '', '']);
  expect(third?.requestCount).toBe(0);
});

test('the chart is described in one sentence', () => {
  expect(describeChart(chart, 'Acme Ltd')).toBe(
    '5 requests for Acme Ltd in 5 min, at most 5 per minute, at least 0 remaining, 2 responses with 429 or 503',
  );
});
