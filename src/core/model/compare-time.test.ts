import { expect, test } from 'vitest';
import { compareStartMs } from './compare-time.ts';

test('sorts by time, unknown times last and equal to each other', () => {
  expect([Number.NaN, 2, 1, Number.NaN, 3].toSorted(compareStartMs)).toEqual([1, 2, 3, Number.NaN, Number.NaN]);
  expect(compareStartMs(Number.NaN, Number.NaN)).toBe(0);
});
