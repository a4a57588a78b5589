// Goes through the log with a filter: remembers what it said of each exchange, and stops where it would hold the panel up.

import type { Exchange } from '../../../core/model/exchange.ts';
import { createPositionCache } from './position-cache.ts';

export interface FilterResult {
  /** While it is not done, more are put into it. */
  readonly exchanges: readonly Exchange[];
  /** False: some were not asked about yet, and are left out until the next time. */
  readonly isDone: boolean;
}

/** The list is to show within 50 ms what a key did, and the drawing is a part of that. */
const mostMs = 24;
/** To look at the clock takes time too. */
const between = 16;

export interface IncrementalFilter {
  /** Goes through a list from its beginning. It is kept and must not change. From the place `anewFrom` on all are asked about again. */
  run(list: readonly Exchange[], invalidFrom?: number): FilterResult;
  /** Goes on where it stopped in the same list. */
  resume(): FilterResult;
}

/** For one filter. Exchanges never change, and so what was said of one of them alone holds. `fits` is told the place in the list too. */
export function createIncrementalFilter(
  fits: (exchange: Exchange, at: number) => boolean,
  now = () => performance.now(),
): IncrementalFilter {
  const said = createPositionCache<boolean>();
  let at = 0;
  let passed: Exchange[] = [];
  const resume = () => {
    const untilMs = now() + mostMs;
    const { list, values } = said;
    let asked = 0;
    for (; at < list.length; at++) {
      const exchange = list[at] as Exchange;
      if (values[at] === undefined) {
        if (++asked % between === 0 && now() > untilMs) return { exchanges: passed, isDone: false };
        values[at] = fits(exchange, at);
      }
      if (values[at]) passed.push(exchange);
    }
    return { exchanges: passed, isDone: true };
  };
  const run = (list: readonly Exchange[], invalidFrom = list.length) => {
    said.reconcile(list);
    said.values.fill(undefined, invalidFrom);
    [at, passed] = [0, []];
    return resume();
  };
  return { run, resume };
}
