import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createDiagnosisCache } from '../../../core/diagnose/diagnosis-cache.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createSortState } from './sort-state.ts';

test('computes the empty list at once, even if nothing shows it', () => {
  const filtered = signal<readonly Exchange[]>([exchange()]);
  const passed: number[] = [];
  const counted = computed(() => {
    passed.push(filtered.value.length);
    return filtered.value;
  });
  const context = { diagnosisOf: createDiagnosisCache(), attemptIndex: () => 0 };
  const sort = createSortState({ column: undefined, isDescending: false }, counted, signal(0), context);
  expect(sort.list.value).toHaveLength(1);
  filtered.value = [];
  expect(passed.at(-1)).toBe(0);
  sort.dispose();
});

test('is sorted by time, which the next click on Time reverses and the one after that restores', () => {
  const context = { diagnosisOf: createDiagnosisCache(), attemptIndex: () => 0 };
  const view = { column: undefined, isDescending: false };
  const sort = createSortState(view, signal<readonly Exchange[]>([]), signal(0), context);
  const state = () => [sort.column.value, sort.isDescending.value, sort.isDefaultOrder.value];
  expect(state()).toEqual(['time', false, true]);
  sort.toggleColumn('time');
  expect(state()).toEqual(['time', true, false]);
  sort.toggleColumn('time');
  expect(state()).toEqual(['time', false, true]);
  sort.toggleColumn('status');
  expect(state()).toEqual(['status', false, false]);
  sort.toggleColumn('time');
  expect(state()).toEqual(['time', false, true]);
  sort.dispose();
});
