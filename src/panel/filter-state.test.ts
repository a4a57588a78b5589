// What the list shows while a filter is at work.

import { signal } from '@preact/signals';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { diagnose } from '../core/diagnose.ts';
import type { Exchange } from '../core/exchange.ts';
import { exchange } from '../testing/exchange.ts';
import { filterCode } from './filter-code.ts';
import { createFilterState } from './filter-state.ts';

beforeAll(async () => {
  filterCode.fetch();
  await vi.waitFor(() => expect(filterCode.code.value).toBeTypeOf('object'));
});

afterEach(() => vi.useRealTimers());

const failed = (count: number, firstId: number) =>
  Array.from({ length: count }, (_, i) => exchange({ id: firstId + i, status: 404 }));

/** A filter that takes a millisecond for each exchange. */
function slowFilter(exchanges: Exchange[]) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const log = { exchanges };
  const drawn = signal(0);
  const diagnosisOf = (each: Exchange) => {
    vi.advanceTimersByTime(1);
    return diagnose(each);
  };
  const known = { diagnosisOf, spokenOf: () => [] };
  const { shown } = createFilterState({ filter: '-diagnosis:success' }, log, drawn, known, signal(0));
  const seen: number[] = [];
  shown.subscribe(({ length }) => void seen.push(length));
  return {
    /** How many exchanges were shown, one after the other. */
    seen,
    add(more: readonly Exchange[]) {
      log.exchanges = [...log.exchanges, ...more];
      drawn.value++;
    },
  };
}

test('a filter that takes long shows what it has found after a while, and then all', () => {
  const { seen } = slowFilter(failed(1_000, 1));
  vi.runAllTimers();
  expect(seen.length).toBeGreaterThan(3);
  expect(seen[1]).toBeGreaterThan(100);
  expect(seen.at(-1)).toBe(1_000);
});

test('however long ago it was set, what was shown stays while it looks at many new exchanges', () => {
  const { seen, add } = slowFilter(failed(10, 1));
  vi.runAllTimers();
  vi.advanceTimersByTime(1_000);
  seen.length = 0;
  add(failed(100, 11));
  vi.runAllTimers();
  expect(seen).toEqual([110]);
});
