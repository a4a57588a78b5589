import { describe, expect, test, vi } from 'vitest';
import type { LogChange } from '../core/model/exchange-log.ts';
import { exchange } from '../testing/exchange.ts';
import { createLog } from './create-log.ts';

const limits = { maxExchanges: 3, maxBodyBytes: 100 };

describe('the log', () => {
  test('sorts exchanges by start time, unknown times last', () => {
    const log = createLog();
    for (const [id, startedMs] of [
      [1, 30],
      [2, 10],
      [3, Number.NaN],
      [4, 20],
    ] as const)
      log.upsert(exchange({ id, startedMs }));
    expect(log.exchanges.map((each) => each.id)).toEqual([2, 4, 1, 3]);
  });

  test('replaces an exchange under its id, even if its time changes', () => {
    const log = createLog();
    log.upsert(exchange({ id: 1, startedMs: 10 }));
    log.upsert(exchange({ id: 2, startedMs: 20 }));
    log.upsert(exchange({ id: 1, startedMs: 30, status: 400 }));
    expect(log.exchanges.map((each) => each.id)).toEqual([2, 1]);
    expect(log.totals.failed).toBe(1);
    expect(log.get(1)?.response.status).toBe(400);
  });

  test('notifies every listener, even after one that throws', () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
    const log = createLog();
    const kinds: LogChange['kind'][] = [];
    log.subscribe(() => {
      throw new Error('broken');
    });
    log.subscribe(({ kind }) => kinds.push(kind));
    log.upsert(exchange());
    expect(kinds).toEqual(['upsert']);
    expect(consoleError.mock.calls).toEqual([[new Error('broken')]]);
    consoleError.mockRestore();
  });

  test('evicts the oldest exchange beyond its maximum, and reports it', () => {
    const log = createLog(limits);
    for (let id = 1; id <= 5; id++) log.upsert(exchange({ id, startedMs: id, status: 500 }));
    expect(log.exchanges.map((each) => each.id)).toEqual([3, 4, 5]);
    expect(log.totals).toMatchObject({ evictedExchanges: 2, failed: 3 });
    expect(log.get(1)).toBeUndefined();
  });

  test('evicts a hundredth of its maximum at once', () => {
    const log = createLog({ ...limits, maxExchanges: 300 });
    const changes: LogChange[] = [];
    log.subscribe((change) => changes.push(change));
    for (let id = 1; id <= 301; id++) log.upsert(exchange({ id, startedMs: id }));
    expect(changes.filter(({ kind }) => kind === 'evict')).toEqual([{ kind: 'evict', ids: [1, 2, 3] }]);
    expect(log.exchanges).toHaveLength(298);
  });

  test('evicts the oldest bodies beyond its maximum bytes, and marks them as evicted', () => {
    const log = createLog(limits);
    for (let id = 1; id <= 3; id++) log.upsert(exchange({ id, startedMs: id, body: 'x'.repeat(40) }));
    expect(log.exchanges.map((each) => each.response.body.kind)).toEqual(['unavailable', 'text', 'text']);
    expect(log.exchanges[0]?.response.body).toMatchObject({ reason: 'evicted', bytes: 40 });
    expect(log.totals).toMatchObject({ bodyBytes: 80, evictedBodies: 1 });
  });

  test('does not store a body larger than its maximum', () => {
    const log = createLog(limits);
    log.upsert(exchange({ body: 'x'.repeat(200) }));
    expect(log.exchanges[0]?.response.body).toMatchObject({ kind: 'unavailable', reason: 'evicted' });
    expect(log.totals.bodyBytes).toBe(0);
  });

  test('notifies listeners of every change until they unsubscribe', () => {
    const log = createLog();
    let changes = 0;
    const unsubscribe = log.subscribe(() => changes++);
    log.upsert(exchange());
    log.clear();
    unsubscribe();
    log.upsert(exchange());
    expect(changes).toBe(2);
  });

  test('when cleared for a new page, retains requests of that page from before its load was reported', () => {
    const log = createLog();
    for (const [id, startedMs] of [
      [1, 10],
      [2, 20],
      [3, Number.NaN],
    ] as const)
      log.upsert(exchange({ id, startedMs, status: 500, body: 'xx' }));
    const events: unknown[] = [];
    log.subscribe((change) => events.push(change.kind === 'upsert' ? change.exchange.id : change.kind));
    log.clearBefore(20);
    expect(log.exchanges.map((each) => each.id)).toEqual([2, 3]);
    expect(events).toEqual(['clear', 2, 3]);
    expect(log.totals).toMatchObject({ failed: 2, bodyBytes: 4 });
    expect(log.cleared).toMatchObject({ exchanges: 1, by: 'load' });
  });

  test('when cleared, is like a new log', () => {
    const log = createLog(limits);
    log.upsert(exchange({ status: 500, body: 'x' }));
    log.clear();
    expect(log.exchanges).toEqual([]);
    expect(log.totals).toMatchObject({ failed: 0, bodyBytes: 0 });
  });
});
