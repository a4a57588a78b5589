import { expect, test } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const beginMs = new Date(2026, 10, 22, 14, 0, 7).getTime();

test('an axis is labelled at whole steps of local time', () => {
  const labels = timeTicks(beginMs, beginMs + 300_000, 6).map((ms) => new Date(ms).getSeconds());
  expect(labels).toEqual([0, 0, 0, 0, 0]);
  const days = timeTicks(beginMs, beginMs + 40 * 86_400_000, 6);
  expect(new Set(days.map((ms) => new Date(ms).getMinutes()))).toEqual(new Set([0]));
});

test.each([
  [0, 0, 6],
  [0, Number.NaN, 6],
  [-8.64e15, 8.64e15, 6],
  [0, 1e9, 0],
  [0, 1e12, 1e9],
])('has at most fifty labels: %d to %d', (from, until, maxCount) => {
  const splits = timeTicks(from, until, maxCount);
  expect(splits.length).toBeLessThanOrEqual(51);
  expect(splits.every(Number.isFinite)).toBe(true);
});
