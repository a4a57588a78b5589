import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginMs, sessionOf, type TimedExchangeOptions, timedExchanges } from '../../testing/timed-exchanges.ts';
import { bucketAt, buildChart, nearestExchange } from './chart.ts';
import { chartDomain } from './chart-range.ts';

const summariesOf = (options: readonly TimedExchangeOptions[]) => sessionOf(timedExchanges(options)).exchanges;
const chart = (options: readonly TimedExchangeOptions[], seconds = 300) =>
  buildChart(summariesOf(options), beginMs, beginMs + seconds * 1000);
const burst = (from: number, count: number, options: Partial<TimedExchangeOptions> = {}): TimedExchangeOptions[] =>
  Array.from({ length: count }, (_, i) => ({ at: from + i / 100, ...options }));
const left = (minuteLeft: number) => ({ headers: { 'x-minlimit-remaining': String(minuteLeft) } });

describe('buildChart', () => {
  test('has buckets of ten seconds without gaps over five minutes and over an hour', () => {
    expect(chart([]).buckets).toHaveLength(30);
    expect(chart([], 3_600)).toMatchObject({ bucketMs: 10_000, buckets: { length: 360 } });
    expect(chart([]).buckets[3]?.fromMs).toBe(beginMs + 30_000);
  });

  test('gives the peak rate of any minute that ends in a bucket', () => {
    const { buckets, highestRate } = chart([...burst(5, 40), ...burst(51, 10), ...burst(71, 5)]);
    expect(buckets.slice(0, 14).map(({ rate }) => rate)).toEqual([
      40, 40, 40, 40, 40, 50, 50, 15, 15, 15, 15, 15, 5, 5,
    ]);
    expect(highestRate).toBe(50);
    expect(buckets[13]?.requestCount).toBe(0);
    expect(buckets[14]?.rate).toBe(0);
  });

  test('counts earlier requests in the rate of its first minute', () => {
    const all = summariesOf([...burst(0, 20), { at: 35 }]);
    const { buckets } = buildChart(all, beginMs + 30_000, beginMs + 120_000);
    expect(buckets[0]).toMatchObject({ requestCount: 1, rate: 21 });
  });

  test('has the lowest remaining count, and none without a header', () => {
    const { buckets } = chart([{ at: 1, ...left(40) }, { at: 2, ...left(12) }, { at: 3, ...left(13) }, { at: 11 }]);
    expect(buckets.slice(0, 3).map((bucket) => bucket.lowestRemaining)).toEqual([12, undefined, undefined]);
  });

  test('counts statuses and opens the first rejected request', () => {
    const { buckets } = chart([
      { at: 1 },
      { at: 2, status: 503 },
      { at: 3, status: 429 },
      { at: 4, status: 429 },
      { at: 11 },
    ]);
    expect(buckets[0]).toMatchObject({ count429: 2, count503: 1, exchangeId: 2 });
    expect(buckets[0]?.statusCounts).toEqual([
      [200, 1],
      [503, 1],
      [429, 2],
    ]);
    expect(buckets[1]).toMatchObject({ count429: 0, exchangeId: 5 });
  });

  test('counts every request in its range once, in at most 400 buckets, for any times', () => {
    const second = fc.oneof(fc.integer({ min: -100_000, max: 100_000_000 }), fc.constantFrom(0, 10, 10, 59.999, 60));
    fc.assert(
      fc.property(fc.array(second, { minLength: 1, maxLength: 200 }), (seconds) => {
        const all = summariesOf(seconds.map((at) => ({ at })));
        const { sinceMs, untilMs } = chartDomain('all', all, beginMs);
        const { buckets, highestRate } = buildChart(all, sinceMs, untilMs);
        expect(buckets.reduce((sum, bucket) => sum + bucket.requestCount, 0)).toBe(all.length);
        expect(buckets.length).toBeLessThanOrEqual(402);
        expect(highestRate).toBeGreaterThan(0);
        expect(buckets.every((bucket) => Number.isFinite(bucket.fromMs))).toBe(true);
      }),
    );
  });

  test('spans all times that a Date can represent', () => {
    const all = summariesOf([{ at: (-8.64e15 - beginMs) / 1000 }, { at: 0 }, { at: (8.64e15 - beginMs) / 1000 }]);
    const { sinceMs, untilMs } = chartDomain('all', all, beginMs);
    const { buckets } = buildChart(all, sinceMs, untilMs);
    expect(buckets.length).toBeLessThanOrEqual(402);
    expect(buckets.reduce((sum, bucket) => sum + bucket.requestCount, 0)).toBe(all.length);
  });
});

describe('chartDomain', () => {
  const nowMs = beginMs + 1_234_567;

  test('ends with the ten seconds that contain now', () => {
    expect(chartDomain('5min', [], nowMs)).toEqual({ sinceMs: beginMs + 940_000, untilMs: beginMs + 1_240_000 });
    expect(chartDomain('hour', [], nowMs).sinceMs).toBe(beginMs + 1_240_000 - 3_600_000);
  });

  test('of "all" runs from the first request to the last, and at least five minutes', () => {
    const all = summariesOf([{ at: 3 }, { at: 500 }]);
    expect(chartDomain('all', all, nowMs)).toEqual({ sinceMs: beginMs, untilMs: beginMs + 510_000 });
    expect(chartDomain('all', summariesOf([{ at: 3 }]), nowMs)).toEqual({
      sinceMs: beginMs - 290_000,
      untilMs: beginMs + 10_000,
    });
    expect(chartDomain('all', [], nowMs)).toEqual(chartDomain('5min', [], nowMs));
  });
});

test('nearestExchange finds the closer of the requests before and after', () => {
  const all = summariesOf([{ at: 0 }, { at: 10 }]);
  expect([-5, 4, 5, 6, 99].map((at) => nearestExchange(all, beginMs + at * 1000)?.id)).toEqual([1, 1, 1, 2, 2]);
  expect(nearestExchange([], 0)).toBeUndefined();
});

test('bucketAt finds the bucket of a time, and none outside the chart or for NaN', () => {
  const shown = chart([]);
  expect(bucketAt(shown, beginMs + 10_000)?.fromMs).toBe(beginMs + 10_000);
  for (const ms of [beginMs - 1, beginMs + 300_000, Number.NaN]) expect(bucketAt(shown, ms)).toBeUndefined();
});
