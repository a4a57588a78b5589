import { expect, test } from 'vitest';
import { diagnose } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createFilterPass } from './filter-pass.ts';

const log = Array.from({ length: 500 }, (_, id) => exchange({ id, status: id % 2 ? 200 : 404 }));
const failed = log.filter(({ response }) => response.status === 404);

function passFor404() {
  const counts = { tested: 0 };
  const matches = ({ response }: Exchange) => {
    counts.tested++;
    return response.status === 404;
  };
  const context = { diagnosisOf: diagnose, textOf: () => '', firedChecks: () => [], invalidateFrom: () => 0 };
  const pass = createFilterPass({ isEmpty: false, problems: [], matches }, context);
  const run = (list: readonly Exchange[]) => {
    const work = pass.run(list);
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  };
  return { pass, run, counts };
}

test('tests each exchange once while the log grows', () => {
  const { run, counts } = passFor404();
  expect(run(log)).toEqual(failed);
  const added = exchange({ id: 1_000, status: 404 });
  expect(run([...log, added])).toEqual([...failed, added]);
  expect(counts.tested).toBe(501);
});

test('tests only the new exchange when the log has dropped its oldest', () => {
  const { run, counts } = passFor404();
  const added = exchange({ id: 1_000, status: 404 });
  expect(run(log)).toEqual(failed);
  expect(run([...log.slice(20), added])).toEqual([...failed.slice(10), added]);
  expect(counts.tested).toBe(501);
});

test('tests a replaced exchange again and forgets removed ones', () => {
  const { run } = passFor404();
  const [first, ...others] = log;
  expect(run(log)).toEqual(failed);
  expect(run([exchange({ id: first?.id ?? 0, status: 200 }), ...others])).toEqual(failed.slice(1));
  expect(run([])).toEqual([]);
  expect(run(log.slice(-10))).toEqual(failed.slice(-5));
});

test('keeps what it found when a longer list interrupts it', () => {
  const { pass, run, counts } = passFor404();
  const work = pass.run(log);
  for (let step = 0; step < 5; step++) work.next();
  expect(pass.found.length).toBeGreaterThan(10);
  const added = exchange({ id: 1_000, status: 404 });
  expect(run([...log, added])).toEqual([...failed, added]);
  expect(counts.tested).toBe(501);
});

test('works in short steps', () => {
  const { pass, counts } = passFor404();
  let longest = 0;
  let before = 0;
  for (const _ of pass.run(log)) {
    longest = Math.max(longest, counts.tested - before);
    before = counts.tested;
  }
  expect(longest).toBeLessThanOrEqual(16);
});
