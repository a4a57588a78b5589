// What the list is sorted by, and the list in that order.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../../core/model/exchange.ts';
import { lazyModule } from '../../lib/lazy-module.ts';
import { columns, type SortContext } from './columns.ts';

export interface SortState {
  readonly column: ReadonlySignal<string | undefined>;
  readonly isDescending: ReadonlySignal<boolean>;
  /** Whether the list is as the log has it: by the time of the calls, the first on top. */
  readonly isDefaultOrder: ReadonlySignal<boolean>;
  /** What is shown, in order. */
  readonly list: ReadonlySignal<readonly Exchange[]>;
  /** By this column upwards, then downwards, then by time as at first. */
  toggleColumn(column: string): void;
}

const sortCode = lazyModule(() => import('./incremental-sort.ts'));

/** `view.sort` outlives the panel. */
export function createSortState(
  view: { sort: string },
  shown: ReadonlySignal<readonly Exchange[]>,
  drawn: ReadonlySignal<number>,
  facts: SortContext,
): SortState {
  const text = signal(view.sort);
  const column = computed(() => columns.find(({ id }) => id === text.value.replace(/^-/, '')));
  const isDescending = computed(() => text.value.startsWith('-'));
  const isDefaultOrder = computed(() => column.value === undefined || text.value === 'time');
  // Anew whenever it sorts by something else: it remembers what it has sorted.
  const sort = computed(() => {
    const code = sortCode.module.value;
    if (isDefaultOrder.value || typeof code === 'string' || column.value === undefined) return undefined;
    const { sortBy } = column.value;
    return code.createIncrementalSort((exchange) => sortBy(exchange, facts), isDescending.value);
  });
  const list = computed(() => {
    drawn.value;
    if (!isDefaultOrder.value) sortCode.preload();
    return sort.value?.(shown.value) ?? shown.value;
  });
  const toggleColumn = (id: string) => {
    view.sort = text.value === id ? `-${id}` : text.value === `-${id}` ? '' : id;
    text.value = view.sort;
  };
  return { column: computed(() => column.value?.id), isDescending, isDefaultOrder, list, toggleColumn };
}
