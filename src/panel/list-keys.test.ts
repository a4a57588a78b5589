// Where the keys lead to along tabs and toolbars.

import { expect, test } from 'vitest';
import { placeAfter } from './list-keys.ts';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['Home', 1, 0],
  ['End', 1, 2],
])('%s from %i of three leads to %i', (key, at, to) => {
  expect(placeAfter(key, at, 3)).toBe(to);
});

test('other keys lead nowhere, and nothing leads anywhere where nothing is', () => {
  expect(placeAfter('a', 0, 3)).toBeUndefined();
  expect(placeAfter('constructor', 0, 3)).toBeUndefined();
  expect(placeAfter('Home', -1, 0)).toBeUndefined();
});
