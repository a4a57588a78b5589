// The state of the selected exchange, and what changing the selection resets.

import { expect, test } from 'vitest';
import type { Tab } from '../host/panel-host.ts';
import { createCompareState } from './compare-state.ts';
import { createSelectionState } from './selection.ts';

function selection() {
  const compare = createCompareState({ other: undefined, onlyDifferences: false, recent: [] });
  const view = { selected: undefined as number | undefined, tab: 'explanation' as Tab, scrollPositions: {} };
  return { ...createSelectionState(view, compare), view, other: compare.other };
}

const location = { part: 'request', pointer: '/name' } as const;

test('a location opens its tab and discards scroll positions', () => {
  const { select, openLocation, view, scrollPositions, ...shown } = selection();
  select(1);
  scrollPositions.set('request', 40);
  openLocation(location);
  expect([shown.tab.value, shown.location.value, scrollPositions.get('request')]).toEqual(['request', location, 0]);
  expect(view).toMatchObject({ selected: 1, tab: 'request' });
});

test('a tab that is opened by hand has no location', () => {
  const { select, openLocation, openTab, ...shown } = selection();
  select(1);
  openLocation(location);
  openTab('response');
  expect([shown.tab.value, shown.location.value]).toEqual(['response', undefined]);
});

test('selecting another exchange keeps the tab and discards the location and scroll positions', () => {
  const { select, openLocation, scrollPositions, ...shown } = selection();
  select(1);
  openLocation(location);
  scrollPositions.set('request', 40);
  select(1);
  expect([shown.location.value, scrollPositions.get('request')]).toEqual([location, 40]);
  select(2);
  expect([shown.tab.value, shown.location.value, scrollPositions.get('request')]).toEqual(['request', undefined, 0]);
});

test('comparing without a selection selects the exchange; an exchange is not compared with itself', () => {
  const { compareWith, id, tab, other } = selection();
  compareWith(1);
  compareWith(1);
  expect([id.value, tab.value, other.value]).toEqual([1, 'explanation', undefined]);
  compareWith(2);
  expect([id.value, tab.value, other.value]).toEqual([1, 'compare', 2]);
});
