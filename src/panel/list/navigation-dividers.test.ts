import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { computeDividers, itemAtRow, rowForIndex } from './navigation-dividers.ts';

const at = (...times: number[]) => times.map((startedMs, id) => exchange({ id, startedMs }));
const to = (...times: number[]) => times.map((ms) => ({ ms, url: `https://app.example/${ms}` }));
/** The list as it is drawn: ids, and the times of the navigations. */
function drawn(exchanges: ReturnType<typeof at>, navigations: ReturnType<typeof to>): (number | string)[] {
  const dividers = computeDividers(exchanges, navigations);
  return Array.from({ length: exchanges.length + dividers.length }, (_, row) => {
    const there = itemAtRow(dividers, row);
    if (typeof there !== 'number') return `to ${there.navigation.ms}`;
    expect(rowForIndex(dividers, there)).toBe(row);
    return there;
  });
}

test('a navigation stands between the calls before it and those after it', () => {
  expect(drawn(at(1, 2, 5, 8), to(3, 6))).toEqual([0, 1, 'to 3', 2, 'to 6', 3]);
});

test('a call that began with it comes after it', () => {
  expect(drawn(at(1, 3), to(3))).toEqual([0, 'to 3', 1]);
});

test('of several with nothing between them the last is told', () => {
  expect(drawn(at(1, 9, 20), to(3, 4, 5, 10, 11))).toEqual([0, 'to 5', 1, 'to 11', 2]);
});

test('before the first call and after the last there is none', () => {
  expect(drawn(at(4, 5), to(1, 2, 9))).toEqual([0, 1]);
  expect(drawn([], to(1))).toEqual([]);
});

test('a call whose time is unknown comes after all', () => {
  expect(drawn(at(1, Number.NaN), to(3))).toEqual([0, 'to 3', 1]);
});
