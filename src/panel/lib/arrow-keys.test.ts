// Keyboard navigation in tabs, toolbars and lists.

import { expect, test } from 'vitest';
import { nextRowIndex, nextTabIndex } from './arrow-keys.ts';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['Home', 1, 0],
  ['End', 1, 2],
])('%s moves from %i of three to %i', (key, at, to) => {
  expect(nextTabIndex(key, at, 3)).toBe(to);
});

test('other keys do not navigate, and no key does without items', () => {
  expect(nextTabIndex('a', 0, 3)).toBeUndefined();
  expect(nextTabIndex('constructor', 0, 3)).toBeUndefined();
  expect(nextTabIndex('Home', -1, 0)).toBeUndefined();
});

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', -1, 0],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 19],
  ['Home', 3, 0],
  ['End', 3, 19],
  ['PageDown', 3, 8],
  ['PageDown', 18, 19],
  ['PageUp', 8, 3],
  ['PageUp', 3, 0],
])('%s moves from row %i of twenty, five per page, to %i', (key, at, to) => {
  expect(nextRowIndex(key, at, 20, 5)).toBe(to);
});

test('in a list, too, other keys do not navigate, and no key does without items', () => {
  expect(nextRowIndex('ArrowRight', 0, 20, 5)).toBeUndefined();
  expect(nextRowIndex('constructor', 0, 20, 5)).toBeUndefined();
  expect(nextRowIndex('ArrowDown', -1, 0, 5)).toBeUndefined();
});
