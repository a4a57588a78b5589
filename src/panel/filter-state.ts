// What the list is filtered by, and which exchanges that leaves.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../core/exchange.ts';
import type { ExchangeLog } from '../core/exchange-log.ts';
import type { Filter } from '../core/filter/filter.ts';
import type { Known } from '../core/filter/filter-keys.ts';
import { filterCode } from './filter-code.ts';
import { type FilterPass, passThrough } from './filter-pass.ts';

export interface FilterState {
  readonly text: ReadonlySignal<string>;
  set(text: string): void;
  /** `undefined`: nothing is asked for, or its code is not there yet. */
  readonly filter: ReadonlySignal<Filter | undefined>;
  /** The exchanges of the list, in the order of the log. */
  readonly shown: ReadonlySignal<readonly Exchange[]>;
}

/** `view.filter` outlives the panel. */
export function createFilterState(
  view: { filter: string },
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
  known: Known,
  /** Changes when more of it is known. */
  learnt: ReadonlySignal<unknown>,
): FilterState {
  const text = signal(view.filter);
  const filter = computed(() => {
    const code = filterCode.code.value;
    if (typeof code === 'string' || text.value.trim() === '') return undefined;
    return code.readFilter(text.value);
  });
  let before: { readonly text: string; readonly pass: FilterPass } | undefined;
  const pass = computed(() => {
    learnt.value;
    const wanted = filter.value;
    if (wanted === undefined || wanted.isEmpty) return undefined;
    const wider = before && isNarrower(text.value, before.text) ? before.pass : undefined;
    const pass = passThrough((each) => wanted.fits(each, known), { wider });
    before = { text: text.value, pass };
    return pass;
  });
  const unfinished = signal(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown = computed(() => {
    drawn.value;
    unfinished.value;
    const passed = pass.value?.through(log.exchanges);
    clearTimeout(timer);
    if (passed?.isDone === false) {
      timer = setTimeout(() => {
        unfinished.value++;
      });
    }
    return passed?.exchanges ?? log.exchanges;
  });
  const set = (next: string) => {
    view.filter = next;
    text.value = next;
  };
  return { text, set, filter, shown };
}

/** A word that goes on as another did leaves nothing that the other did not. Other terms need not. */
function isNarrower(text: string, before: string): boolean {
  return text.startsWith(before) && /^[^\s:"'-][^\s:"']*$/.test(text);
}
