// Runs one filter over the log, in steps, and again as the log grows.

import type { FilterContext } from '../../../core/filter/filter-keys.ts';
import type { Filter } from '../../../core/filter/parse-filter.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { SlicedWork } from '../../../core/scheduling/time-slicing.ts';
import type { CheckCache } from './check-cache.ts';

export interface FilterPass {
  /** What has matched so far in the list of the last run. */
  readonly found: readonly Exchange[];
  /** Returns what matches. `list` must not change afterwards. Exchanges before the first change since the last run are not tested again. */
  run(list: readonly Exchange[]): SlicedWork<readonly Exchange[]>;
}

/** Reading the clock after every exchange would take longer than most filters. */
const EXCHANGES_PER_STEP = 16;

export function createFilterPass(
  { matches }: Filter,
  cache: FilterContext & Pick<CheckCache, 'invalidateFrom'>,
): FilterPass {
  let found: Exchange[] = [];
  let tested: readonly Exchange[] = [];
  let results: boolean[] = [];
  let usesChecks = false;
  const context: FilterContext = {
    ...cache,
    firedChecks(exchange) {
      if (!usesChecks) cache.invalidateFrom(tested);
      usesChecks = true;
      return cache.firedChecks(exchange);
    },
  };
  return {
    get found() {
      return found;
    },
    *run(list) {
      // Only checks depend on other exchanges.
      const invalidFrom = usesChecks ? cache.invalidateFrom(list) : list.length;
      // A full log drops its oldest exchange for each new one.
      const evicted = Math.max(0, tested.indexOf(list[0] as Exchange));
      let i = 0;
      while (i + evicted < results.length && i < invalidFrom && tested[i + evicted] === list[i]) i++;
      tested = list;
      results = results.slice(evicted, evicted + i);
      // Not by `filter`: the array is the DevTools page's, and each callback between two pages costs Firefox 0.3 µs.
      found = [];
      for (let j = 0; j < i; j++) if (results[j]) found.push(list[j] as Exchange);
      for (; i < list.length; i++) {
        const exchange = list[i] as Exchange;
        const isMatch = matches(exchange, context);
        results.push(isMatch);
        if (isMatch) found.push(exchange);
        if (i % EXCHANGES_PER_STEP === 0) yield i / list.length;
      }
      return found;
    },
  };
}
