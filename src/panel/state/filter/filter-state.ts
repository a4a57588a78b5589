// What the list is filtered by, and which exchanges that leaves.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FilterContext } from '../../../core/filter/filter-keys.ts';
import type { Filter } from '../../../core/filter/parse-filter.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { ExchangeLog } from '../../../core/model/exchange-log.ts';
import type { CheckCache } from './check-cache.ts';
import { createFilterIndex, type FilterIndex } from './filter-index.ts';
import { filterModule } from './filter-module.ts';
import { createIncrementalFilter, type FilterResult, type IncrementalFilter } from './incremental-filter.ts';

export interface FilterState {
  readonly text: ReadonlySignal<string>;
  set(text: string): void;
  /** The user is in the field, or has left it: what typing needs is made ready or let go. */
  setInputFocused(on: boolean): void;
  /** `undefined`: nothing is asked for, or its code is not there yet. */
  readonly filter: ReadonlySignal<Filter | undefined>;
  /** The exchanges of the list, in the order of the log. */
  readonly filtered: ReadonlySignal<readonly Exchange[]>;
  /** Goes through the log no more. */
  dispose(): void;
}

/** What a slow filter has found after so long is shown, though it is not all. */
const MAX_WAIT_MS = 200;

/** `view.filter` outlives the panel. */
export function createFilterState(
  view: { filter: string },
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
  known: Omit<FilterContext, keyof FilterIndex> & CheckCache,
  /** Changes when more of it is known. */
  checksVersion: ReadonlySignal<unknown>,
): FilterState {
  const text = signal(view.filter);
  const filter = computed(() => {
    const code = filterModule.module.value;
    if (typeof code === 'string' || text.value.trim() === '') return undefined;
    return code.readFilter(text.value);
  });
  const facts = createFilterIndex(log, drawn, (exchange) => {
    const code = filterModule.module.peek();
    return typeof code === 'string' ? '' : code.listText(exchange, known.diagnosisOf(exchange).row.title);
  });
  const pass = computed(() => {
    checksVersion.value;
    const wanted = filter.value;
    if (wanted === undefined || wanted.isEmpty) return undefined;
    let usesEarlierExchanges = false;
    const firedChecks = (exchange: Exchange) => {
      if (!usesEarlierExchanges) known.invalidateFrom(facts.list());
      usesEarlierExchanges = true;
      return known.firedChecks(exchange);
    };
    const { textOf, statusOf } = facts;
    const knownHere = { ...known, textOf, statusOf, firedChecks };
    const { run, resume } = createIncrementalFilter((each, at) => wanted.matches(each, knownHere, at));
    // Most filters ask for nothing that other calls have a say in.
    return {
      run: (list: readonly Exchange[]) => run(list, usesEarlierExchanges ? known.invalidateFrom(list) : undefined),
      resume,
    };
  });
  const filtered = signal(log.exchanges);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly for: IncrementalFilter; sinceMs: number } | undefined;
  // To draw what is there after each of several passes takes longer than they do: what was shown before stays meanwhile.
  const show = (wanted: IncrementalFilter, { exchanges, isDone }: FilterResult) => {
    const nowMs = performance.now();
    if (waiting?.for !== wanted) waiting = { for: wanted, sinceMs: nowMs };
    const isLate = nowMs - waiting.sinceMs > MAX_WAIT_MS;
    if (isLate) waiting.sinceMs = nowMs;
    if (isLate || isDone) filtered.value = isDone ? exchanges : exchanges.slice();
    if (isDone) {
      waiting = undefined;
      return;
    }
    timer = setTimeout(() => show(wanted, wanted.resume()));
  };
  const endEffect = effect(() => {
    drawn.value;
    clearTimeout(timer);
    if (pass.value) show(pass.value, pass.value.run(facts.list()));
    else filtered.value = log.exchanges;
  });
  const isTyped = signal(false);
  const endFacts = effect(() => {
    if (isTyped.value && typeof filterModule.module.value === 'object') facts.warm();
    else if (pass.value === undefined) facts.release();
  });
  const set = (next: string) => {
    view.filter = next;
    text.value = next;
  };
  const dispose = () => {
    endEffect();
    endFacts();
    facts.release();
    clearTimeout(timer);
  };
  return {
    text,
    set,
    setInputFocused(on) {
      isTyped.value = on;
    },
    filter,
    filtered,
    dispose,
  };
}
