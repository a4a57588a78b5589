// What the list is sorted by, and the list in that order.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { SortView } from '../../host/panel-host.ts';
import { lazyModule } from '../../lib/lazy-module.ts';
import { columns, type SortContext } from './columns.ts';

export interface SortState {
  readonly column: ReadonlySignal<string>;
  readonly isDescending: ReadonlySignal<boolean>;
  /** Whether the list is in the order of the log: by start time, ascending. */
  readonly isDefaultOrder: ReadonlySignal<boolean>;
  /** The filtered exchanges in this order. */
  readonly list: ReadonlySignal<readonly Exchange[]>;
  /** Ascending at first, then descending, then the default order again. The column of the default order is descending at first. */
  toggleColumn(column: string): void;
  dispose(): void;
}

const DEFAULT_COLUMN = 'time';

const sortModule = lazyModule(() => import('./sort-exchanges.ts'));

/** `view` outlives the panel. */
export function createSortState(
  view: SortView,
  filtered: ReadonlySignal<readonly Exchange[]>,
  revision: ReadonlySignal<number>,
  context: SortContext,
): SortState {
  const sorted = signal<Readonly<SortView>>({ ...view });
  const column = computed(() => columns.find(({ id }) => id === sorted.value.column));
  const isDescending = computed(() => sorted.value.isDescending);
  const isDefaultOrder = computed(
    () => column.value === undefined || (column.value.id === DEFAULT_COLUMN && !isDescending.value),
  );
  const stopPreloading = effect(() => {
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
  // Without a subscriber, as when an empty list is not shown, the signal and the sorting would hold the last list.
  const stopReleasing = effect(() => {
    if (filtered.value.length === 0) list.value;
  });
  const toggleColumn = (id: string) => {
    const before = sorted.value;
    if ((before.column ?? DEFAULT_COLUMN) !== id) sorted.value = { column: id, isDescending: false };
    else if (!before.isDescending) sorted.value = { column: id, isDescending: true };
    else sorted.value = { column: undefined, isDescending: false };
    Object.assign(view, sorted.value);
  };
  return {
    column: computed(() => column.value?.id ?? DEFAULT_COLUMN),
    isDescending,
    isDefaultOrder,
    list,
    toggleColumn,
    dispose() {
      stopPreloading();
      stopReleasing();
    },
  };
}
