import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../core/model/exchange.ts';
import type { LogChange } from '../core/model/exchange-log.ts';
import { applyLogChange, createSession } from '../core/session/session.ts';
import { exchange } from '../testing/exchange.ts';
import { createLog, defaultLimits, type LogLimits } from './create-log.ts';

const anyExchange = fc
  .record({
    id: fc.integer({ min: 1, max: 40 }),
    startedMs: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.NaN)),
    status: fc.constantFrom(200, 400),
    body: fc.constantFrom('', 'x', 'x'.repeat(30)),
  })
  .map(exchange);

describe('appendAll', () => {
  test.each<[string, LogLimits]>([
    ['to a log with room for all', defaultLimits],
    ['to a log with room for few', { ...defaultLimits, maxExchanges: 7 }],
    ['to a log with room for few bytes', { ...defaultLimits, maxBytes: 4_000 }],
  ])('%s equals upserting each', (_, limits) => {
    fc.assert(
      fc.property(newExchanges(0), newExchanges(100), (before, all) => {
        const [oneByOne, atOnce] = [createFollower(limits), createFollower(limits)];
        for (const each of before) for (const { log } of [oneByOne, atOnce]) log.upsert(each);
        for (const each of all) oneByOne.log.upsert(each);
        atOnce.log.appendAll(all);
        expect(atOnce.log.exchanges).toEqual(oneByOne.log.exchanges);
        expect(atOnce.log.totals).toEqual(oneByOne.log.totals);
        expect(atOnce.session.exchanges).toEqual(oneByOne.session.exchanges);
        expect(atOnce.session.undatedCount).toBe(oneByOne.session.undatedCount);
      }),
    );
  });

  test('replaces exchanges with known ids, even twice in one batch', () => {
    fc.assert(
      fc.property(fc.array(anyExchange), (all) => {
        const [oneByOne, atOnce] = [createFollower(defaultLimits), createFollower(defaultLimits)];
        for (const each of all) oneByOne.log.upsert(each);
        atOnce.log.appendAll(all);
        const ids = (log: { exchanges: readonly Exchange[] }) => log.exchanges.map(({ id }) => id).sort();
        expect(ids(atOnce.log)).toEqual(ids(oneByOne.log));
        for (const { id } of all) expect(atOnce.log.get(id)).toEqual(oneByOne.log.get(id));
        expect(atOnce.log.totals).toEqual(oneByOne.log.totals);
      }),
    );
  });

  test('notifies once', () => {
    const log = createLog({ ...defaultLimits, maxExchanges: 2 });
    const changes: LogChange[] = [];
    log.subscribe((change) => changes.push(change));
    log.appendAll([3, 1, 2].map((id) => exchange({ id, startedMs: id })));
    expect(changes.map(({ kind }) => kind)).toEqual(['evict', 'append']);
    expect(log.exchanges.map(({ id }) => id)).toEqual([2, 3]);
  });
});

/** Exchanges with consecutive ids from `first`. */
function newExchanges(first: number) {
  return fc.array(anyExchange, { maxLength: 25 }).map((all) => all.map((each, i) => ({ ...each, id: first + i })));
}

/** A log, and a session that follows it. */
function createFollower(limits: LogLimits) {
  const log = createLog(limits);
  const session = createSession();
  log.subscribe((change) => applyLogChange(session, change));
  return { log, session };
}
