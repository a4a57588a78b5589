// What is compared as the selection changes.

import { expect, test } from 'vitest';
import { createCompareState } from './compare-state.ts';

const initialView = () => ({ other: undefined, onlyDifferences: true, recent: [] });

test('a choice holds until another exchange is selected', () => {
  const state = createCompareState(initialView());
  state.choose(5);
  expect(state.other.value).toBe(5);
  state.leave(1);
  expect(state.other.value).toBeUndefined();
});

test('the last ten selected exchanges are offered, latest first and without duplicates', () => {
  const state = createCompareState(initialView());
  for (const id of [undefined, 1, 2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]) state.leave(id);
  expect(state.recent()).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 1]);
});

test('the state outlives the panel', () => {
  const view = initialView();
  const before = createCompareState(view);
  before.leave(3);
  before.choose(7);
  before.showOnlyDifferences(false);
  const after = createCompareState(view);
  expect([after.other.value, after.onlyDifferences.value, after.recent()]).toEqual([7, false, [3]]);
});
