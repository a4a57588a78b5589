// Keeps a list in the order of a column: what is new falls into place, and the rest is not sorted again.

import type { Exchange } from '../core/exchange.ts';

export type SortKey = number | string | undefined;
export type Sort = (exchanges: readonly Exchange[]) => readonly Exchange[];

interface Item {
  readonly exchange: Exchange;
  readonly key: SortKey;
  /** The last call in which it was there. */
  turn: number;
}

/** Among equals in order of time, upwards and downwards; what has no key is last. Each call gives a new array. */
export function keepSorted(keyOf: (exchange: Exchange) => SortKey, isDescending: boolean): Sort {
  const known = new Map<Exchange, Item>();
  const compare = isDescending
    ? (a: Item, b: Item) => byKey(b, a) || byTime(a, b)
    : (a: Item, b: Item) => byKey(a, b) || byTime(a, b);
  const inOrder = (a: Item, b: Item) => Number(a.key === undefined) - Number(b.key === undefined) || compare(a, b);
  let sorted: Item[] = [];
  let turn = 0;
  return (exchanges) => {
    turn++;
    const added: Item[] = [];
    for (const exchange of exchanges) {
      const item = known.get(exchange);
      if (item) item.turn = turn;
      else added.push({ exchange, key: keyOf(exchange), turn });
    }
    if (sorted.length + added.length > exchanges.length) {
      for (const { exchange, turn: last } of sorted) if (last !== turn) known.delete(exchange);
      sorted = sorted.filter((item) => item.turn === turn);
    }
    for (const item of added) known.set(item.exchange, item);
    if (added.length > 0) sorted = merge(sorted, added.sort(inOrder), inOrder);
    return sorted.map(({ exchange }) => exchange);
  };
}

function merge(a: readonly Item[], b: readonly Item[], inOrder: (a: Item, b: Item) => number): Item[] {
  if (a.length === 0) return [...b];
  const merged: Item[] = [];
  let next = 0;
  for (const item of a) {
    while (next < b.length && inOrder(b[next] as Item, item) < 0) merged.push(b[next++] as Item);
    merged.push(item);
  }
  while (next < b.length) merged.push(b[next++] as Item);
  return merged;
}

function byKey({ key: a }: Item, { key: b }: Item): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}

function byTime({ exchange: a }: Item, { exchange: b }: Item): number {
  const [from, to] = [timeOf(a), timeOf(b)];
  return from === to ? a.id - b.id : from - to;
}

function timeOf({ startedMs }: Exchange): number {
  return Number.isNaN(startedMs) ? Number.MAX_VALUE : startedMs;
}
