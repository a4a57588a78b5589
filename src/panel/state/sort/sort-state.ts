// What the list is sorted by, and the list in that order.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../../core/model/exchange.ts';
import { lazyModule } from '../../lib/lazy-module.ts';
import { columns, type SortContext } from './columns.ts';

export interface SortState {
  /** `undefined` for the default order. */
  readonly column: ReadonlySignal<string | undefined>;
  readonly isDescending: ReadonlySignal<boolean>;
  /** Whether the list is in the order of the log: by start time, ascending. */
  readonly isDefaultOrder: ReadonlySignal<boolean>;
  /** What is shown, in order. */
  readonly list: ReadonlySignal<readonly Exchange[]>;
  /** Ascending at first, then descending, then the default order again. */
  toggleColumn(column: string): void;
  dispose(): void;
}

const sortModule = lazyModule(() => import('./sort-exchanges.ts'));

/** `view.sort` outlives the panel. */
export function createSortState(
  view: { sort: string },
  filtered: ReadonlySignal<readonly Exchange[]>,
  revision: ReadonlySignal<number>,
  context: SortContext,
): SortState {
  const text = signal(view.sort);
  const column = computed(() => columns.find(({ id }) => id === text.value.replace(/^-/, '')));
  const isDescending = computed(() => text.value.startsWith('-'));
  const isDefaultOrder = computed(() => column.value === undefined || text.value === 'time');
  const dispose = effect(() => {
    if (!isDefaultOrder.value) sortModule.preload();
  });
  const sort = computed(() => {
    const code = sortModule.module.value;
    if (isDefaultOrder.value || typeof code === 'string' || column.value === undefined) return undefined;
    const { sortBy } = column.value;
    return code.createSort((exchange) => sortBy(exchange, context), isDescending.value);
  });
  const list = computed(() => {
    revision.value;
    return sort.value?.(filtered.value) ?? filtered.value;
  });
  const toggleColumn = (id: string) => {
    view.sort = text.value === id ? `-${id}` : text.value === `-${id}` ? '' : id;
    text.value = view.sort;
  };
  return { column: computed(() => column.value?.id), isDescending, isDefaultOrder, list, toggleColumn, dispose };
}
