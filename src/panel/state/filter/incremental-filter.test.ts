import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createIncrementalFilter } from './incremental-filter.ts';

const log = Array.from({ length: 500 }, (_, id) => exchange({ id, status: id % 2 ? 200 : 404 }));
const failed = log.filter(({ response }) => response.status === 404);
/** Nothing takes long. */
const still = () => 0;

test('asks about each exchange once, also as the log grows', () => {
  let asked = 0;
  const pass = createIncrementalFilter(({ response }) => {
    asked++;
    return response.status === 404;
  }, still);
  expect(pass.run(log)).toEqual({ exchanges: failed, isDone: true });
  const more = exchange({ id: 1_000, status: 404 });
  expect(pass.run([...log, more]).exchanges).toEqual([...failed, more]);
  expect(asked).toBe(501);
});

test.each([
  ['the oldest go', [...log.slice(200)], 0],
  ['some in the middle go', [...log.slice(0, 100), ...log.slice(300)], 0],
  ['one is replaced', [...log.slice(0, 100), exchange({ id: 100, status: 404 }), ...log.slice(101)], 1],
  ['some come between', [...log.slice(0, 100), ...log.slice(0, 3).map((each) => ({ ...each })), ...log.slice(100)], 3],
])('where %s, only what is new is asked about', (_, changed, most) => {
  let asked = 0;
  const pass = createIncrementalFilter(({ response }) => {
    asked++;
    return response.status === 404;
  }, still);
  pass.run(log);
  asked = 0;
  expect(pass.run(changed).exchanges).toEqual(changed.filter(({ response }) => response.status === 404));
  expect(asked).toBe(most);
});

test('what was said is kept where the list changes before all of it was gone through', () => {
  let nowMs = 0;
  let asked = 0;
  const slow = ({ response }: Exchange) => {
    nowMs += 1;
    asked++;
    return response.status === 404;
  };
  const pass = createIncrementalFilter(slow, () => nowMs);
  const grown = (by: number) => [...log, ...log.slice(0, by).map((each) => ({ ...each }))];
  let last = pass.run(log);
  for (let by = 1; !last.isDone; by++) last = pass.run(grown(by));
  expect(last.exchanges).toHaveLength(failed.length + Math.ceil((asked - log.length) / 2));
});

test('an exchange that was replaced is asked about anew, and what the log let go is forgotten', () => {
  const pass = createIncrementalFilter(({ response }) => response.status === 404, still);
  const [first, ...others] = log;
  expect(pass.run(log).exchanges).toEqual(failed);
  const replaced = exchange({ id: first?.id ?? 0, status: 200 });
  expect(pass.run([replaced, ...others]).exchanges).toEqual(failed.slice(1));
  expect(pass.run([]).exchanges).toEqual([]);
  expect(pass.run(log.slice(-10)).exchanges).toEqual(failed.slice(-5));
});

test('what takes long is done in several passes, each short', () => {
  let nowMs = 0;
  const pass = createIncrementalFilter(
    ({ response }) => {
      nowMs += 1;
      return response.status === 404;
    },
    () => nowMs,
  );
  let passes = 0;
  let last = { exchanges: log, isDone: false };
  while (!last.isDone) {
    const before = nowMs;
    last = { ...(passes === 0 ? pass.run(log) : pass.resume()) } as typeof last;
    expect(nowMs - before).toBeLessThan(50);
    passes++;
  }
  expect(last.exchanges).toEqual(failed);
  expect(passes).toBeGreaterThan(5);
});
