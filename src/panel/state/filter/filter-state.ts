// What the list is filtered by, and which exchanges that leaves.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Known } from '../../../core/filter/filter-keys.ts';
import type { Filter } from '../../../core/filter/parse-filter.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { ExchangeLog } from '../../../core/model/exchange-log.ts';
import type { SpokenMemory } from './check-cache.ts';
import { createFilterFacts, type FilterFacts } from './filter-index.ts';
import { filterCode } from './filter-module.ts';
import { type FilterPass, type Passed, passThrough } from './incremental-filter.ts';

export interface FilterState {
  readonly text: ReadonlySignal<string>;
  set(text: string): void;
  /** The user is in the field, or has left it: what typing needs is made ready or let go. */
  expectTyping(on: boolean): void;
  /** `undefined`: nothing is asked for, or its code is not there yet. */
  readonly filter: ReadonlySignal<Filter | undefined>;
  /** The exchanges of the list, in the order of the log. */
  readonly shown: ReadonlySignal<readonly Exchange[]>;
  /** Goes through the log no more. */
  end(): void;
}

/** What a slow filter has found after so long is shown, though it is not all. */
const patienceMs = 200;

/** `view.filter` outlives the panel. */
export function createFilterState(
  view: { filter: string },
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
  known: Omit<Known, keyof FilterFacts> & SpokenMemory,
  /** Changes when more of it is known. */
  learnt: ReadonlySignal<unknown>,
): FilterState {
  const text = signal(view.filter);
  const filter = computed(() => {
    const code = filterCode.code.value;
    if (typeof code === 'string' || text.value.trim() === '') return undefined;
    return code.readFilter(text.value);
  });
  const facts = createFilterFacts(log, drawn, (exchange) => {
    const code = filterCode.code.peek();
    return typeof code === 'string' ? '' : code.listText(exchange, known.diagnosisOf(exchange).row.title);
  });
  const pass = computed(() => {
    learnt.value;
    const wanted = filter.value;
    if (wanted === undefined || wanted.isEmpty) return undefined;
    let looksBack = false;
    const spokenOf = (exchange: Exchange) => {
      if (!looksBack) known.lookBack(facts.list());
      looksBack = true;
      return known.spokenOf(exchange);
    };
    const { textOf, statusOf } = facts;
    const knownHere = { ...known, textOf, statusOf, spokenOf };
    const { through, goOn } = passThrough((each, at) => wanted.fits(each, knownHere, at));
    // Most filters ask for nothing that other calls have a say in.
    return {
      through: (list: readonly Exchange[]) => through(list, looksBack ? known.lookBack(list) : undefined),
      goOn,
    };
  });
  const shown = signal(log.exchanges);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly for: FilterPass; sinceMs: number } | undefined;
  // To draw what is there after each of several passes takes longer than they do: what was shown before stays meanwhile.
  const show = (wanted: FilterPass, { exchanges, isDone }: Passed) => {
    const nowMs = performance.now();
    if (waiting?.for !== wanted) waiting = { for: wanted, sinceMs: nowMs };
    const isLate = nowMs - waiting.sinceMs > patienceMs;
    if (isLate) waiting.sinceMs = nowMs;
    if (isLate || isDone) shown.value = isDone ? exchanges : exchanges.slice();
    if (isDone) {
      waiting = undefined;
      return;
    }
    timer = setTimeout(() => show(wanted, wanted.goOn()));
  };
  const endEffect = effect(() => {
    drawn.value;
    clearTimeout(timer);
    if (pass.value) show(pass.value, pass.value.through(facts.list()));
    else shown.value = log.exchanges;
  });
  const isTyped = signal(false);
  const endFacts = effect(() => {
    if (isTyped.value && typeof filterCode.code.value === 'object') facts.prepare();
    else if (pass.value === undefined) facts.release();
  });
  const set = (next: string) => {
    view.filter = next;
    text.value = next;
  };
  const end = () => {
    endEffect();
    endFacts();
    facts.release();
    clearTimeout(timer);
  };
  return {
    text,
    set,
    expectTyping(on) {
      isTyped.value = on;
    },
    filter,
    shown,
    end,
  };
}
