// The filter that the user typed, and the exchanges that match it.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FilterContext } from '../../../core/filter/filter-keys.ts';
import type { Filter } from '../../../core/filter/parse-filter.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { ExchangeLog } from '../../../core/model/exchange-log.ts';
import { startTimeSliced } from '../../../core/scheduling/time-slicing.ts';
import type { CheckCache } from './check-cache.ts';
import { filterModule } from './filter-module.ts';
import { createFilterPass, type FilterPass } from './filter-pass.ts';

export interface FilterState {
  readonly text: ReadonlySignal<string>;
  set(text: string): void;
  /** While the input is focused the text that a filter searches is prepared ahead of the first key. */
  setInputFocused(isFocused: boolean): void;
  /** `undefined` if the text is empty, or until the code that parses it has loaded. */
  readonly filter: ReadonlySignal<Filter | undefined>;
  /** The exchanges that match, in the order of the log. */
  readonly filtered: ReadonlySignal<readonly Exchange[]>;
  dispose(): void;
}

/** A slow filter shows what it has found so far once in this time. */
const PARTIAL_RESULTS_MS = 200;

/** `view.filter` outlives the panel. `checksVersion` changes once the checks have loaded. */
export function createFilterState(
  view: { filter: string },
  log: Pick<ExchangeLog, 'exchanges'>,
  revision: ReadonlySignal<number>,
  context: Omit<FilterContext, 'textOf'> & Pick<CheckCache, 'invalidateFrom'>,
  checksVersion: ReadonlySignal<unknown>,
): FilterState {
  const text = signal(view.filter);
  const filter = computed(() => {
    const code = filterModule.module.value;
    if (typeof code === 'string' || text.value.trim() === '') return undefined;
    return code.parseFilter(text.value);
  });

  let haystacks = new WeakMap<Exchange, string>();
  const textOf = (exchange: Exchange) => {
    const cached = haystacks.get(exchange);
    if (cached !== undefined) return cached;
    const code = filterModule.module.peek();
    if (typeof code === 'string') return '';
    const searchable = code.searchableText(exchange, context.diagnosisOf(exchange).row.title);
    haystacks.set(exchange, searchable);
    return searchable;
  };

  const pass = computed(() => {
    checksVersion.value;
    const query = filter.value;
    return query === undefined || query.isEmpty ? undefined : createFilterPass(query, { ...context, textOf });
  });
  const filtered = signal(log.exchanges);
  let cancelRun = () => {};
  let pending: { readonly pass: FilterPass; shownMs: number } | undefined;
  const stopFiltering = effect(() => {
    revision.value;
    cancelRun();
    const current = pass.value;
    if (current === undefined) {
      pending = undefined;
      filtered.value = log.exchanges;
      return;
    }
    // A run that traffic interrupts again and again shows partial results too.
    const wait = pending?.pass === current ? pending : { pass: current, shownMs: performance.now() };
    pending = wait;
    cancelRun = startTimeSliced(current.run(log.exchanges.slice()), {
      onProgress() {
        if (performance.now() - wait.shownMs <= PARTIAL_RESULTS_MS) return;
        wait.shownMs = performance.now();
        filtered.value = current.found.slice();
      },
      onDone(found) {
        pending = undefined;
        filtered.value = found;
      },
    });
  });

  const isInputFocused = signal(false);
  let cancelPreparation = () => {};
  function* prepareTexts(): Generator<number, void> {
    for (const exchange of log.exchanges.slice()) {
      textOf(exchange);
      yield 0;
    }
  }
  const stopPreparing = effect(() => {
    cancelPreparation();
    if (isInputFocused.value && typeof filterModule.module.value === 'object')
      cancelPreparation = startTimeSliced(prepareTexts(), { onDone() {} });
    else if (pass.value === undefined) haystacks = new WeakMap();
  });

  return {
    text,
    set(next) {
      view.filter = next;
      text.value = next;
    },
    setInputFocused(isFocused) {
      isInputFocused.value = isFocused;
    },
    filter,
    filtered,
    dispose() {
      stopFiltering();
      stopPreparing();
      cancelRun();
      cancelPreparation();
    },
  };
}
