import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Exchange } from '../core/model/exchange.ts';
import type { LogChange } from '../core/model/exchange-log.ts';
import { exchange } from '../testing/exchange.ts';
import { createLog } from './create-log.ts';

/** The size of an exchange that has neither body nor headers. */
const bareBytes = bytesOf([exchange()]);
const limits = { maxExchanges: 3, maxBytes: 4 * bareBytes };
const bodyChars = Math.floor(bareBytes * 0.4);

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

  test('removes an exchange that is part of another, and no longer counts its bytes', () => {
    const log = createLog();
    const changes: LogChange[] = [];
    for (const id of [1, 2, 3]) log.upsert(exchange({ id, body: 'x', status: 400, headers: { a: 'b' } }));
    const before = { ...log.totals };
    log.upsert(exchange({ id: 4, startedMs: 5, body: 'xyz', status: 500 }));
    log.subscribe((change) => changes.push(change));
    log.remove(4);
    log.remove(4);
    expect(changes).toEqual([{ kind: 'evict', ids: [4] }]);
    expect(log.exchanges.map((each) => each.id)).toEqual([1, 2, 3]);
    expect(log.totals).toEqual(before);
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
    const log = createLog({ maxExchanges: 300, maxBytes: 1_000_000 });
    const changes: LogChange[] = [];
    log.subscribe((change) => changes.push(change));
    for (let id = 1; id <= 301; id++) log.upsert(exchange({ id, startedMs: id }));
    expect(changes.filter(({ kind }) => kind === 'evict')).toEqual([{ kind: 'evict', ids: [1, 2, 3] }]);
    expect(log.exchanges).toHaveLength(298);
  });

  test('evicts the oldest bodies beyond its maximum bytes, and marks them as evicted', () => {
    const log = createLog(limits);
    for (let id = 1; id <= 3; id++) log.upsert(exchange({ id, startedMs: id, body: 'x'.repeat(bodyChars) }));
    expect(log.exchanges.map((each) => each.response.body.kind)).toEqual(['unavailable', 'text', 'text']);
    expect(log.exchanges[0]?.response.body).toMatchObject({ reason: 'evicted', bytes: bodyChars });
    expect(log.totals).toMatchObject({ bodyBytes: 2 * bodyChars, evictedBodies: 1 });
  });

  test('does not store a body larger than its maximum', () => {
    const log = createLog(limits);
    log.upsert(exchange({ body: 'x'.repeat(4 * bareBytes) }));
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
    expect(log.totals).toMatchObject({ failed: 0, bytes: 0, bodyBytes: 0 });
  });
});

describe('the bytes of the log', () => {
  const chars = 1_000;
  const text = 'x'.repeat(chars);
  const base = exchange();

  test.each<[string, Exchange]>([
    ['an address', { ...base, request: { ...base.request, url: base.request.url + text } }],
    ['a status text', { ...base, response: { ...base.response, statusText: text } }],
    ['a browser’s error', { ...base, failure: { kind: 'network', message: text } }],
    ['a request body', exchange({ sent: text })],
    ['a response body', exchange({ body: text })],
    ['a note on a body', { ...base, response: { ...base.response, body: { kind: 'binary', bytes: 1, note: text } } }],
    ['a body that says it is smaller', withBytes(-1e12)],
    ['a body whose size is no number', withBytes(Number.NaN)],
  ])('count %s', (_, each) => {
    expect(bytesOf([each]) - bareBytes).toBe(chars);
  });

  test.each([
    ['a long header value', { etag: text }, chars + 'etag'.length],
    ['a long header name', { [text]: 'v' }, chars + 1],
  ])('count %s of each exchange', (_, headers, bytes) => {
    const both = [1, 2].map((id) => exchange({ id, headers }));
    expect(bytesOf(both) - 2 * bareBytes).toBeGreaterThanOrEqual(2 * bytes - 'etag'.length);
  });

  test('count once what exchanges share', () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const [one, two] = [1, 2].map((count) =>
      bytesOf(Array.from({ length: count }, (_, id) => exchange({ id, headers }))),
    ) as [number, number];
    expect(two - one - bareBytes).toBeLessThan(20);
    expect(one - bareBytes).toBeGreaterThan(40);
  });

  test('are bounded by the text of a body, whatever size it says', () => {
    expect(bytesOf([withBytes(1e12)]) - bareBytes).toBe(3 * chars);
  });

  test('return to what they were when an exchange is replaced by an earlier version', () => {
    const log = createLog();
    const headers = { 'x-a': 'short', 'x-b': text };
    log.upsert(exchange({ headers, body: 'x' }));
    const { bytes } = log.totals;
    log.upsert(exchange({ headers: { 'x-a': 'other' }, sentHeaders: headers }));
    log.upsert(exchange({ headers, body: 'x' }));
    expect(log.totals.bytes).toBe(bytes);
  });

  test('stay below their maximum with 2,000 exchanges that have 200 kB of headers', () => {
    const log = createLog();
    for (let id = 1; id <= 2_000; id++) {
      const headers = Array.from({ length: 13 }, (_, i) => [`x-${i}`, `${id} ${i} ${'v'.repeat(16_000)}`] as const);
      log.upsert(exchange({ id, startedMs: id, headers, body: text }));
    }
    expect(storedChars(log.exchanges)).toBeLessThan(64_000_000);
    expect(log.totals.bytes).toBeGreaterThanOrEqual(storedChars(log.exchanges));
    expect(log.exchanges.at(-1)).toMatchObject({ id: 2_000, response: { body: { text } } });
    expect(log.totals.evictedExchanges).toBe(2_000 - log.exchanges.length);
  });

  test('never exceed their maximum, and match what is stored', () => {
    const value = fc.constantFrom('', 'a', 'b', 'x'.repeat(130), 'y'.repeat(800));
    const change = fc
      .record({
        id: fc.integer({ min: 1, max: 12 }),
        startedMs: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.NaN)),
        headers: fc.array(fc.tuple(value, value), { maxLength: 6 }),
        sentHeaders: fc.dictionary(fc.constantFrom('a', 'b'), value),
        body: value,
        sent: value,
      })
      .map(exchange);
    const maxBytes = 5_000;
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 60 }), (changes) => {
        const log = createLog({ maxExchanges: 10, maxBytes });
        for (const [each, isBatch] of changes) {
          if (isBatch) log.appendAll([each]);
          else log.upsert(each);
          expect(log.totals.bytes).toBeLessThanOrEqual(maxBytes);
        }
        expect(log.totals.bytes).toBe(bytesOf(log.exchanges));
      }),
    );
  });
});

function withBytes(bytes: number): Exchange {
  const each = exchange();
  return { ...each, response: { ...each.response, body: { kind: 'text', text: 'x'.repeat(1_000), bytes } } };
}

/** The bytes of a log with only these exchanges. */
function bytesOf(exchanges: readonly Exchange[]): number {
  const log = createLog();
  for (const each of exchanges) log.upsert(each);
  return log.totals.bytes;
}

/** The length of all texts in a value. */
function storedChars(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + storedChars(each), 0);
}
