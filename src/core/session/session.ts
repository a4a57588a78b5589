// The requests of each tenant in order of time, indexed by tenant, body and Idempotency-Key. Filled one by one, in any order.

import type { RateLimitRow } from '../../catalogue/rate-limits.ts';
import type { Exchange } from '../model/exchange.ts';
import type { LogChange } from '../model/exchange-log.ts';
import { lowerBound } from '../text/binary-search.ts';
import { type ExchangeSummary, exceededLimit, summarizeExchange } from './exchange-summary.ts';
import { isBefore } from './summary-times.ts';

/** A pure function of its exchanges: their order of arrival doesn't matter. */
export interface Session {
  /** All requests, by start time. */
  readonly exchanges: readonly ExchangeSummary[];
  /** Those that exceeded a rate limit, by limit. */
  readonly rateLimited: ReadonlyMap<RateLimitRow['id'], readonly ExchangeSummary[]>;
  /** By tenant id, in lower case (empty: no tenant named), in the order in which they were first seen. */
  readonly tenants: ReadonlyMap<string, TenantExchanges>;
  get(id: number): ExchangeSummary | undefined;
  /** All requests with the same method, URL, tenant and body, this one included. */
  sameRequest(summary: ExchangeSummary): readonly ExchangeSummary[];
  /** All requests with this Idempotency-Key. */
  withKey(key: string): readonly ExchangeSummary[];
  /** Exchanges left out because the browser gave no readable time. */
  readonly undatedCount: number;
}

export interface TenantExchanges {
  readonly tenant: string;
  /** By start time. */
  readonly exchanges: readonly ExchangeSummary[];
  /** Those that exceeded a rate limit, by limit. */
  readonly rateLimited: ReadonlyMap<RateLimitRow['id'], readonly ExchangeSummary[]>;
  /** The highest `X-DayLimit-Remaining` seen. */
  readonly highestDayRemaining: number | undefined;
}

export interface MutableSession extends Session {
  /** Adds an exchange, or replaces the one with its id. Constant time while they arrive nearly in order. */
  put(exchange: Exchange): void;
  /** Ignores unknown ids. */
  remove(ids: readonly number[]): void;
  clear(): void;
}

/** Applies one change of the log to a session. */
export function applyLogChange(session: MutableSession, change: LogChange): void {
  if (change.kind === 'upsert') session.put(change.exchange);
  else if (change.kind === 'append') for (const each of change.exchanges) session.put(each);
  else if (change.kind === 'evict') session.remove(change.ids);
  else if (change.kind === 'clear') session.clear();
}

export function createSession(): MutableSession {
  const byId = new Map<number, ExchangeSummary>();
  const undatedIds = new Set<number>();
  const tenants = new Map<string, MutableTenant>();
  const bodies = new Map<string, ExchangeSummary[]>();
  const keys = new Map<string, ExchangeSummary[]>();
  const exchanges: ExchangeSummary[] = [];
  const rateLimited: RateLimited = new Map();

  const listsFor = (summary: ExchangeSummary): ExchangeSummary[][] => {
    const tenant = getOrCreate(tenants, summary.tenant, () => emptyTenant(summary.tenant));
    if (summary.dayRemaining !== undefined)
      tenant.highestDayRemaining = Math.max(tenant.highestDayRemaining ?? 0, summary.dayRemaining);
    const lists = [exchanges, tenant.exchanges, getOrCreate(bodies, bodyKey(summary), () => [])];
    if (summary.idempotencyKey !== undefined) lists.push(getOrCreate(keys, summary.idempotencyKey, () => []));
    const limit = exceededLimit(summary);
    if (limit !== undefined)
      lists.push(
        getOrCreate(rateLimited, limit, () => []),
        getOrCreate(tenant.rateLimited, limit, () => []),
      );
    return lists;
  };

  const removeExchanges = (ids: readonly number[]): ReadonlySet<ExchangeSummary> => {
    const removed = new Set<ExchangeSummary>();
    for (const id of ids) {
      undatedIds.delete(id);
      const summary = byId.get(id);
      byId.delete(id);
      if (summary) removed.add(summary);
    }
    for (const list of new Set([...removed].flatMap(listsFor))) removeFrom(list, removed);
    return removed;
  };

  /** Removes index entries that these requests leave empty. */
  const dropEmptyIndexes = (removed: ReadonlySet<ExchangeSummary>) => {
    for (const summary of removed) {
      deleteIfEmpty(bodies, bodyKey(summary));
      if (summary.idempotencyKey !== undefined) deleteIfEmpty(keys, summary.idempotencyKey);
      const limit = exceededLimit(summary);
      if (limit !== undefined) deleteIfEmpty(rateLimited, limit);
      const tenant = tenants.get(summary.tenant);
      if (tenant === undefined) continue;
      if (limit !== undefined) deleteIfEmpty(tenant.rateLimited, limit);
      if (tenant.exchanges.length === 0) tenants.delete(summary.tenant);
      else if (summary.dayRemaining !== undefined && summary.dayRemaining === tenant.highestDayRemaining)
        tenant.highestDayRemaining = findHighestDayRemaining(tenant);
    }
  };

  return {
    exchanges,
    rateLimited,
    tenants,
    get undatedCount() {
      return undatedIds.size;
    },
    get: (id) => byId.get(id),
    sameRequest: (summary) => bodies.get(bodyKey(summary)) ?? [],
    withKey: (key) => keys.get(key) ?? [],
    put(exchange) {
      const summary = summarizeExchange(exchange);
      const before = byId.has(exchange.id) ? removeExchanges([exchange.id]) : none;
      if (summary === undefined) {
        dropEmptyIndexes(before);
        if (exchange.match.path !== undefined) undatedIds.add(exchange.id);
        return;
      }
      undatedIds.delete(summary.id);
      byId.set(summary.id, summary);
      for (const list of listsFor(summary)) insert(list, summary);
      // After the insertion: a tenant whose only request is replaced keeps its position.
      dropEmptyIndexes(before);
    },
    remove: (ids) => dropEmptyIndexes(removeExchanges(ids)),
    clear() {
      byId.clear();
      undatedIds.clear();
      tenants.clear();
      bodies.clear();
      keys.clear();
      exchanges.length = 0;
      rateLimited.clear();
    },
  };
}

type RateLimited = Map<RateLimitRow['id'], ExchangeSummary[]>;

interface MutableTenant extends TenantExchanges {
  readonly exchanges: ExchangeSummary[];
  readonly rateLimited: RateLimited;
  highestDayRemaining: number | undefined;
}

function emptyTenant(tenant: string): MutableTenant {
  return { tenant, exchanges: [], rateLimited: new Map(), highestDayRemaining: undefined };
}

const none: ReadonlySet<ExchangeSummary> = new Set();

/** Usually a recent request has it, so look from the end first. */
function findHighestDayRemaining({ exchanges, highestDayRemaining }: TenantExchanges): number | undefined {
  if (exchanges.findLast(({ dayRemaining }) => dayRemaining === highestDayRemaining)) return highestDayRemaining;
  return exchanges.reduce<number | undefined>(
    (most, { dayRemaining }) => (dayRemaining === undefined ? most : Math.max(most ?? 0, dayRemaining)),
    undefined,
  );
}

function bodyKey({ request, body }: ExchangeSummary): string {
  return body === '' ? request : `${request} ${body}`;
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = make();
  map.set(key, created);
  return created;
}

function deleteIfEmpty<Key>(map: Map<Key, ExchangeSummary[]>, key: Key): void {
  if (map.get(key)?.length === 0) map.delete(key);
}

/** Requests arrive nearly in order: append, or find the position by binary search. */
function insert(list: ExchangeSummary[], summary: ExchangeSummary): void {
  const last = list.at(-1);
  if (last === undefined || isBefore(last, summary)) list.push(summary);
  else list.splice(indexOfExchange(list, summary), 0, summary);
}

/** Binary search for one; for many, filtering the list is faster. */
function removeFrom(list: ExchangeSummary[], removed: ReadonlySet<ExchangeSummary>): void {
  if (removed.size > 1) {
    const rest = list.filter((summary) => !removed.has(summary));
    rest.forEach((summary, i) => {
      list[i] = summary;
    });
    list.length = rest.length;
    return;
  }
  for (const summary of removed) {
    const place = list.at(-1) === summary ? list.length - 1 : indexOfExchange(list, summary);
    if (list[place] === summary) list.splice(place, 1);
  }
}

/** Index of the first request that isn't before `summary`. */
function indexOfExchange(list: readonly ExchangeSummary[], summary: ExchangeSummary): number {
  return lowerBound(list.length, (i) => !isBefore(list[i] as ExchangeSummary, summary));
}
