// What the list shows while a filter is at work.

import { signal } from '@preact/signals';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { diagnose } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { checksModule, createLazyCheckCache, preloadAnalysis } from '../analysis.ts';
import { filterModule } from './filter-module.ts';
import { createFilterState } from './filter-state.ts';

beforeAll(async () => {
  filterModule.preload();
  preloadAnalysis();
  const areThere = () => expect([filterModule.module.value, checksModule.value]).not.toContain('loading');
  await vi.waitFor(areThere, { timeout: 10_000 });
});

afterEach(() => vi.useRealTimers());

const failed = (count: number, firstId: number) =>
  Array.from({ length: count }, (_, i) => exchange({ id: firstId + i, status: 404 }));

/** A filter that takes a millisecond for each exchange. */
function slowFilter(exchanges: Exchange[]) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const log = { exchanges };
  const drawn = signal(0);
  const diagnosisOf = (each: Exchange) => {
    vi.advanceTimersByTime(1);
    return diagnose(each);
  };
  const known = { diagnosisOf, ...createLazyCheckCache() };
  const { filtered } = createFilterState({ filter: '-diagnosis:success' }, log, drawn, known, signal(0));
  const seen: number[] = [];
  filtered.subscribe(({ length }) => void seen.push(length));
  return {
    /** How many exchanges were shown, one after the other. */
    seen,
    add(more: readonly Exchange[]) {
      log.exchanges = [...log.exchanges, ...more];
      drawn.value++;
    },
  };
}

test('a filter that takes long shows what it has found after a while, and then all', () => {
  const { seen } = slowFilter(failed(1_000, 1));
  vi.runAllTimers();
  expect(seen.length).toBeGreaterThan(3);
  expect(seen[1]).toBeGreaterThan(100);
  expect(seen.at(-1)).toBe(1_000);
});

test('however long ago it was set, what was shown stays while it looks at many new exchanges', () => {
  const { seen, add } = slowFilter(failed(10, 1));
  vi.runAllTimers();
  vi.advanceTimersByTime(1_000);
  seen.length = 0;
  add(failed(100, 11));
  vi.runAllTimers();
  expect(seen).toEqual([110]);
});

const tenant = '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e';
const connections = exchange({
  id: 1,
  startedMs: 1_000,
  url: 'https://api.xero.com/connections',
  body: [{ id: tenant, tenantId: 'e1eede29-f875-4a5d-8470-17f6a29a88b1', tenantName: 'Acme Ltd' }],
});
const refused = exchange({ id: 2, startedMs: 2_000, status: 403, sentHeaders: { 'xero-tenant-id': tenant } });
const withKey = (id: number, startedMs: number, name: string) =>
  exchange({ id, startedMs, method: 'POST', sent: { name }, status: 400, sentHeaders: { 'idempotency-key': 'k' } });
const [slow, quick] = [withKey(1, 1_000, 'Attic'), withKey(2, 2_000, 'Cellar')];

test.each([
  ['an earlier call with its key ends later', 'check:idempotency-key-reused', [quick], [slow, quick]],
  [
    'the body of /connections comes later',
    'check:tenant-id-is-connection-id',
    [{ ...connections, response: { ...connections.response, body: { kind: 'pending' as const } } }, refused],
    [connections, refused],
  ],
  ['earlier calls are brought in later', 'check:tenant-id-is-connection-id', [refused], [connections, refused]],
])('a call that a check speaks of is found also where %s', (_, query, before, after) => {
  const log = { exchanges: before as readonly Exchange[] };
  const drawn = signal(0);
  const known = { diagnosisOf: diagnose, ...createLazyCheckCache() };
  const { filtered } = createFilterState({ filter: query }, log, drawn, known, checksModule);
  expect(filtered.value).toEqual([]);
  log.exchanges = after;
  drawn.value++;
  expect(filtered.value).toEqual(after.slice(1));
});
