import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createSort } from './sort-exchanges.ts';

const byStatus = ({ response }: Exchange) => response.status || undefined;
const ids = (exchanges: readonly Exchange[]) => exchanges.map(({ id }) => id).join(' ');
const log = [200, 400, 0, 200, 500].map((status, i) => exchange({ id: i + 1, startedMs: 1_000 + i, status }));

test('equal keys are in order of time, ascending and descending, and exchanges without a key are last', () => {
  expect(ids(createSort(byStatus, false)(log))).toBe('1 4 2 5 3');
  expect(ids(createSort(byStatus, true)(log))).toBe('5 2 1 4 3');
});

test('sorts by text', () => {
  const list = ['b', 'a', 'c'].map((path, i) => exchange({ id: i, url: `https://api.xero.com/${path}` }));
  expect(ids(createSort(({ request }) => request.url, false)(list))).toBe('1 0 2');
});

test('sorts a changing list as it would sort a new one', () => {
  let random = 1;
  const next = (below: number) => {
    random = (random * 16_807) % 2_147_483_647;
    return random % below;
  };
  const make = (id: number) => exchange({ id, startedMs: next(50), status: next(6) * 100 });
  const grown = createSort(byStatus, true);
  let list: Exchange[] = [];
  for (let id = 0; id < 300; id++) {
    list = list.filter(() => next(40) > 0).map((each) => (next(20) > 0 ? each : make(each.id)));
    list.push(make(id));
    // Sometimes many change at once.
    if (id % 60 === 59) list = list.map((each) => (next(9) > 0 ? make(each.id) : each));
    expect(grown(list)).toEqual(createSort(byStatus, true)(list));
  }
});

test('reads the key of each exchange once', () => {
  let reads = 0;
  const sort = createSort((each) => {
    reads++;
    return byStatus(each);
  }, false);
  sort(log);
  sort([...log, exchange({ id: 9, status: 300 })]);
  expect(reads).toBe(log.length + 1);
});
