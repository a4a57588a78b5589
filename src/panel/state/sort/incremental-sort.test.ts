import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createIncrementalSort } from './incremental-sort.ts';

const byStatus = ({ response }: Exchange) => response.status || undefined;
const ids = (exchanges: readonly Exchange[]) => exchanges.map(({ id }) => id).join(' ');
const log = [200, 400, 0, 200, 500].map((status, i) => exchange({ id: i + 1, startedMs: 1_000 + i, status }));

test('among equals the order of time holds, upwards and downwards, and what has no key is last', () => {
  expect(ids(createIncrementalSort(byStatus, false)(log))).toBe('1 4 2 5 3');
  expect(ids(createIncrementalSort(byStatus, true)(log))).toBe('5 2 1 4 3');
});

test('texts are sorted too', () => {
  const list = ['b', 'a', 'c'].map((path, i) => exchange({ id: i, url: `https://api.xero.com/${path}` }));
  expect(ids(createIncrementalSort(({ request }) => request.url, false)(list))).toBe('1 0 2');
});

test('new exchanges fall into place, changed ones move and those that went are gone, whatever came first', () => {
  let random = 1;
  const next = (below: number) => {
    random = (random * 16_807) % 2_147_483_647;
    return random % below;
  };
  const make = (id: number) => exchange({ id, startedMs: next(50), status: next(6) * 100 });
  const grown = createIncrementalSort(byStatus, true);
  let list: Exchange[] = [];
  for (let id = 0; id < 300; id++) {
    list = list.filter(() => next(40) > 0).map((each) => (next(20) > 0 ? each : make(each.id)));
    list.push(make(id));
    // Many at once go another way than few.
    if (id % 60 === 59) list = list.map((each) => (next(9) > 0 ? make(each.id) : each));
    expect(grown(list)).toEqual(createIncrementalSort(byStatus, true)(list));
  }
});

test('what is there already is not asked for its key again', () => {
  let asked = 0;
  const sort = createIncrementalSort((each) => {
    asked++;
    return byStatus(each);
  }, false);
  sort(log);
  sort([...log, exchange({ id: 9, status: 300 })]);
  expect(asked).toBe(log.length + 1);
});
