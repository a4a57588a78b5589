import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createDiagnosisCache } from '../../../core/diagnose/diagnosis-cache.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { createSession } from '../../../core/session/session.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createSortState } from './sort-state.ts';

test('computes the empty list at once, even if nothing shows it', () => {
  const filtered = signal<readonly Exchange[]>([exchange()]);
  const passed: number[] = [];
  const counted = computed(() => {
    passed.push(filtered.value.length);
    return filtered.value;
  });
  const context = { diagnosisOf: createDiagnosisCache(), session: createSession() };
  const sort = createSortState({ column: undefined, isDescending: false }, counted, signal(0), context);
  expect(sort.list.value).toHaveLength(1);
  filtered.value = [];
  expect(passed.at(-1)).toBe(0);
  sort.dispose();
});
