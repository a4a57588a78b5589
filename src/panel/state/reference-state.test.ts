// Navigation in the reference, and the state that outlives the panel's page.

import { expect, test } from 'vitest';
import type { ReferenceView } from '../host/panel-host.ts';
import { createReferenceState } from './reference-state.ts';

function start(given: Partial<ReferenceView> = {}) {
  const view: ReferenceView = { query: '', open: undefined, listTop: 0, entryTop: 0, split: 0.3, ...given };
  return { view, state: createReferenceState(view) };
}

test('restores the view', () => {
  const { state } = start({ query: 'page', open: 'operation/getTasks' });
  expect(state.query.value).toBe('page');
  expect(state.opened.value).toBe('operation/getTasks');
});

test('an entry opens at its top, and going back restores the scroll position', () => {
  const { state, view } = start();
  state.open('operation/createTask');
  view.entryTop = 120;
  state.follow('entity/TaskCreateOrUpdate');
  expect(view.entryTop).toBe(0);
  state.follow('entity/Amount');
  state.back();
  state.back();
  expect(state.opened.value).toBe('operation/createTask');
  expect(view.entryTop).toBe(120);
  expect(state.trail.value).toEqual([]);
});

test('an entry chosen from the list starts a new trail', () => {
  const { state } = start();
  state.open('operation/createTask');
  state.follow('entity/Task');
  state.open('limits');
  expect(state.trail.value).toEqual([]);
});

test('a new search scrolls the list to its top', () => {
  const { state, view } = start({ listTop: 300 });
  state.search('');
  expect(view.listTop).toBe(300);
  state.search('4');
  expect(view.listTop).toBe(0);
  expect(view.query).toBe('4');
});

test('the state that outlives the panel’s page holds no objects of that page', () => {
  const { state, view } = start();
  state.open('operation/createTask');
  state.follow('entity/Task');
  expect(Object.values(view).every((value) => typeof value !== 'object')).toBe(true);
});
