// Keeps an array of exchanges sorted by time. The functions change it in place: copying a long log for every request takes too long.

import { compareTime } from '../core/model/compare-time.ts';
import type { Exchange } from '../core/model/exchange.ts';
import { lowerBound } from '../core/text/binary-search.ts';

export function insertExchange(exchanges: Exchange[], exchange: Exchange): void {
  exchanges.splice(insertionIndex(exchanges, exchange), 0, exchange);
}

/** `added` may be in any order. */
export function insertExchanges(exchanges: Exchange[], added: readonly Exchange[]): void {
  const sorted = added.toSorted(compareTime);
  const [first] = sorted;
  if (first === undefined) return;
  const later = exchanges.splice(insertionIndex(exchanges, first));
  let next = 0;
  for (const each of sorted) {
    while (next < later.length && compareTime(later[next] as Exchange, each) <= 0)
      exchanges.push(later[next++] as Exchange);
    exchanges.push(each);
  }
  for (; next < later.length; next++) exchanges.push(later[next] as Exchange);
}

/** `before` has to be in the array. */
export function replaceExchange(exchanges: Exchange[], before: Exchange, after: Exchange): void {
  // Among those that began at the same time it is one of the last.
  const index = exchanges.lastIndexOf(before, insertionIndex(exchanges, before) - 1);
  if (compareTime(before, after) === 0) {
    exchanges[index] = after;
    return;
  }
  exchanges.splice(index, 1);
  insertExchange(exchanges, after);
}

/** `exchange` has to be in the array. */
export function removeExchange(exchanges: Exchange[], exchange: Exchange): void {
  exchanges.splice(exchanges.lastIndexOf(exchange, insertionIndex(exchanges, exchange) - 1), 1);
}

/** Traffic arrives nearly in order, so the end is tried first. */
function insertionIndex(exchanges: readonly Exchange[], exchange: Exchange): number {
  const last = exchanges.at(-1);
  if (last === undefined || compareTime(last, exchange) <= 0) return exchanges.length;
  return lowerBound(exchanges.length, (i) => compareTime(exchanges[i] as Exchange, exchange) > 0);
}
