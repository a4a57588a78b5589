import { expect, test } from 'vitest';
import { anchorShift } from './scroll-anchor.ts';

/** Rows 2 to 6 were rendered, ten pixels each, scrolled to the fourth. */
const rendered = { top: 35, from: 2, keys: [12, 13, 14, 15, 16] };
const moved = (now: readonly number[], before = rendered) =>
  anchorShift(
    before,
    10,
    (row) => now[row],
    (key) => now.indexOf(key),
  );

test.each<[string, readonly number[], number]>([
  ['nothing changed', [10, 11, 12, 13, 14, 15, 16], 0],
  ['rows were added below', [10, 11, 12, 13, 14, 15, 16, 17, 18], 0],
  ['two rows were added above', [10, 8, 11, 9, 12, 13, 14, 15, 16], 2],
  ['the oldest were evicted as new ones were added', [12, 13, 14, 15, 16, 17, 18], -2],
  ['the first visible row was removed, and one above it', [10, 12, 14, 15, 16], -2],
  ['all rows were removed', [20, 21, 22, 23, 24], 0],
])('%s', (_, now, rows) => {
  expect(moved(now)).toBe(rows);
});

test('a list scrolled to the top is not anchored', () => {
  expect(moved([9, 12, 13], { top: 0, from: 0, keys: [12, 13] })).toBe(0);
});
