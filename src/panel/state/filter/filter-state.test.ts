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
  const areLoaded = () => expect([filterModule.module.value, checksModule.value]).not.toContain('loading');
  await vi.waitFor(areLoaded, { timeout: 10_000 });
});

afterEach(() => vi.restoreAllMocks());

const failed = (count: number, firstId: number) =>
  Array.from({ length: count }, (_, i) => exchange({ id: firstId + i, status: 404 }));

/** A filter that takes a millisecond for each exchange. */
function slowFilter(exchanges: Exchange[]) {
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const log = { exchanges };
  const revision = signal(0);
  const diagnosisOf = (each: Exchange) => {
    nowMs += 1;
    return diagnose(each);
  };
  const context = { diagnosisOf, ...createLazyCheckCache() };
  const { filtered } = createFilterState({ filter: '-diagnosis:success' }, log, revision, context, signal(0));
  const counts: number[] = [];
  filtered.subscribe(({ length }) => void counts.push(length));
  return {
    /** The numbers of exchanges that were shown, in the order of the changes. */
    counts,
    add(more: readonly Exchange[]) {
      log.exchanges = [...log.exchanges, ...more];
      revision.value++;
    },
    wait(ms: number) {
      nowMs += ms;
    },
  };
}

test('a slow filter shows partial results after a while, then all', async () => {
  const { counts } = slowFilter(failed(1_000, 1));
  await vi.waitFor(() => expect(counts.length).toBeGreaterThan(4));
  expect(counts[1]).toBeGreaterThan(100);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1_000));
});

test('however long ago the filter was set, the previous results stay while it tests many new exchanges', async () => {
  const { counts, add, wait } = slowFilter(failed(10, 1));
  await vi.waitFor(() => expect(counts.at(-1)).toBe(10));
  wait(1_000);
  counts.length = 0;
  add(failed(100, 11));
  await vi.waitFor(() => expect(counts.length).toBeGreaterThan(0));
  expect(counts).toEqual([110]);
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
  ['an earlier request with its key ends later', 'check:idempotency-key-reused', [quick], [slow, quick]],
  [
    'the body of /connections arrives later',
    'check:tenant-id-is-connection-id',
    [{ ...connections, response: { ...connections.response, body: { kind: 'pending' as const } } }, refused],
    [connections, refused],
  ],
  ['earlier exchanges are imported later', 'check:tenant-id-is-connection-id', [refused], [connections, refused]],
])('finds an exchange by its check also if %s', async (_, query, before, after) => {
  const log = { exchanges: before as readonly Exchange[] };
  const revision = signal(0);
  const context = { diagnosisOf: diagnose, ...createLazyCheckCache() };
  const { filtered } = createFilterState({ filter: query }, log, revision, context, checksModule);
  await vi.waitFor(() => expect(filtered.value).toEqual([]));
  log.exchanges = after;
  revision.value++;
  await vi.waitFor(() => expect(filtered.value).toEqual(after.slice(1)));
});
