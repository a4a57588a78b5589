import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { computeDividers, itemAtRow, rowForIndex } from './navigation-dividers.ts';

const at = (...times: number[]) => times.map((startedMs, id) => exchange({ id, startedMs }));
const to = (...times: number[]) => times.map((ms) => ({ ms, url: `https://app.example/${ms}` }));
/** The rows: ids of exchanges, and times of navigations. */
function rows(exchanges: ReturnType<typeof at>, navigations: ReturnType<typeof to>): (number | string)[] {
  const dividers = computeDividers(exchanges, navigations);
  return Array.from({ length: exchanges.length + dividers.length }, (_, row) => {
    const item = itemAtRow(dividers, row);
    if (typeof item !== 'number') return `to ${item.navigation.ms}`;
    expect(rowForIndex(dividers, item)).toBe(row);
    return item;
  });
}

test('a divider separates the exchanges before and after a navigation', () => {
  expect(rows(at(1, 2, 5, 8), to(3, 6))).toEqual([0, 1, 'to 3', 2, 'to 6', 3]);
});

test('an exchange that started with a navigation follows its divider', () => {
  expect(rows(at(1, 3), to(3))).toEqual([0, 'to 3', 1]);
});

test('of several navigations in a row, only the last has a divider', () => {
  expect(rows(at(1, 9, 20), to(3, 4, 5, 10, 11))).toEqual([0, 'to 5', 1, 'to 11', 2]);
});

test('there is no divider at either end', () => {
  expect(rows(at(4, 5), to(1, 2, 9))).toEqual([0, 1]);
  expect(rows([], to(1))).toEqual([]);
});

test('an exchange without a time is last', () => {
  expect(rows(at(1, Number.NaN), to(3))).toEqual([0, 'to 3', 1]);
});
