// Remembers something of each exchange of a list that grows at its end, lets go at its beginning, and now and then changes between.

import type { Exchange } from '../../../core/model/exchange.ts';

/**
 * What is remembered is found by its place in the list, for to look at an exchange takes as long as many filters do: they lie all over the
 * memory.
 */
export interface PositionCache<T> {
  /** As it was when it was last followed. */
  readonly list: readonly Exchange[];
  /** One for each exchange of the list; `undefined`: nothing is remembered of it. */
  readonly values: (T | undefined)[];
  /** Has the values stand where their exchanges do now. `list` is kept and must not change. */
  reconcile(list: readonly Exchange[]): void;
}

/** What stood further than this from its place before is not found again: the log lets go fewer at a time. */
const furthest = 1_000;

export function createPositionCache<T>(): PositionCache<T> {
  const kept = {
    list: [] as readonly Exchange[],
    values: [] as (T | undefined)[],
    reconcile(next: readonly Exchange[]) {
      const { list, values: before } = kept;
      if (next === list) return;
      let at = 0;
      while (at < list.length && at < next.length && list[at] === next[at]) at++;
      const values = before.slice(0, at);
      // As long as it will be: growing step by step it would be copied again and again.
      values.length = next.length;
      for (let sought = at; at < next.length && sought < list.length; at++) {
        const place = placeOf(next[at] as Exchange, list, sought);
        if (place === -1) continue;
        values[at] = before[place];
        sought = place + 1;
      }
      kept.list = next;
      kept.values = values;
    },
  };
  return kept;
}

function placeOf(exchange: Exchange, list: readonly Exchange[], from: number): number {
  const end = Math.min(list.length, from + furthest);
  for (let at = from; at < end; at++) {
    if (list[at] === exchange) return at;
  }
  return -1;
}
