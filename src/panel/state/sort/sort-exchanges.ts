// Sorts the list by a column.

import { compareTime } from '../../../core/model/compare-time.ts';
import type { Exchange } from '../../../core/model/exchange.ts';

export type SortKey = number | string | undefined;
export type SortFn = (exchanges: readonly Exchange[]) => readonly Exchange[];

interface Item {
  readonly exchange: Exchange;
  readonly key: SortKey;
}

/**
 * Equal keys are in order of time, whether ascending or descending; exchanges without a key are last. Returns a new array each time. It
 * sorts its previous result with what was added at the end: `sort` takes little time for a list that is nearly in order.
 */
export function createSort(keyOf: (exchange: Exchange) => SortKey, isDescending: boolean): SortFn {
  const sign = isDescending ? -1 : 1;
  const compare = (a: Item, b: Item) =>
    Number(a.key === undefined) - Number(b.key === undefined) ||
    sign * compareKeys(a, b) ||
    compareTime(a.exchange, b.exchange) ||
    a.exchange.id - b.exchange.id;
  let items: Item[] = [];
  return (exchanges) => {
    const added = new Set(exchanges);
    const remaining = items.filter(({ exchange }) => added.delete(exchange));
    items = remaining.concat(Array.from(added, (exchange) => ({ exchange, key: keyOf(exchange) }))).sort(compare);
    return items.map(({ exchange }) => exchange);
  };
}

function compareKeys({ key: a }: Item, { key: b }: Item): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}
