// Keeps a list in the order of a column: what is new falls into place, and the rest is not sorted again.

import { compareTime } from '../../../core/model/compare-time.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { lowerBound } from '../../../core/text/binary-search.ts';

export type SortKey = number | string | undefined;
export type SortFn = (exchanges: readonly Exchange[]) => readonly Exchange[];

interface Item {
  readonly exchange: Exchange;
  readonly key: SortKey;
}

/** So many changes are made one by one; beyond, to go through all of it is faster. */
const few = 100;

/** Among equals in order of time, upwards and downwards; what has no key is last. Each call gives a new array. */
export function createIncrementalSort(keyOf: (exchange: Exchange) => SortKey, isDescending: boolean): SortFn {
  const compare = isDescending
    ? (a: Item, b: Item) => byKey(b, a) || byTime(a, b)
    : (a: Item, b: Item) => byKey(a, b) || byTime(a, b);
  const inOrder = (a: Item, b: Item) => Number(a.key === undefined) - Number(b.key === undefined) || compare(a, b);
  const keys = new Map<Exchange, SortKey>();
  const itemOf = (exchange: Exchange) => ({ exchange, key: keys.get(exchange) });
  let before: readonly Exchange[] = [];
  let sorted: Exchange[] = [];

  const placeFor = (exchange: Exchange) => {
    const item = itemOf(exchange);
    return lowerBound(sorted.length, (i) => inOrder(itemOf(sorted[i] as Exchange), item) > 0);
  };
  const ordered = (some: readonly Exchange[]) =>
    some
      .map(itemOf)
      .sort(inOrder)
      .map(({ exchange }) => exchange);
  /** To put them in one by one would move half of a long list each time. */
  const merged = (some: readonly Exchange[]) => {
    let from = 0;
    const parts = some.flatMap((exchange) => {
      const before = sorted.slice(from, placeFor(exchange));
      from += before.length;
      return [before, [exchange]];
    });
    return ([] as Exchange[]).concat(...parts, sorted.slice(from));
  };
  return (exchanges) => {
    const { added, removed } = changesBetween(before, exchanges);
    // The log's own list changes in place.
    before = exchanges.slice();
    for (const exchange of removed) keys.delete(exchange);
    for (const exchange of added) keys.set(exchange, keyOf(exchange));
    // A full log lets go many at a time.
    if (removed.size > few) sorted = sorted.filter((exchange) => !removed.has(exchange));
    else for (const exchange of removed) sorted.splice(sorted.indexOf(exchange), 1);
    sorted = added.length > few ? ordered([...sorted, ...added]) : merged(ordered(added));
    return sorted.slice();
  };
}

/** Nearly always the first few go and others come at the end: what is alike between is not looked up, for there is much of it. */
function changesBetween(before: readonly Exchange[], now: readonly Exchange[]) {
  const from = before.indexOf(now[0] as Exchange);
  let alike = 0;
  if (from !== -1) while (alike < now.length && before[from + alike] === now[alike]) alike++;
  const removed = new Set(from === -1 ? before : [...before.slice(0, from), ...before.slice(from + alike)]);
  const added = now.slice(alike).filter((exchange) => !removed.delete(exchange));
  return { added, removed };
}

function byKey({ key: a }: Item, { key: b }: Item): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}

function byTime({ exchange: a }: Item, { exchange: b }: Item): number {
  return compareTime(a, b) || a.id - b.id;
}
