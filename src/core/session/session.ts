// The requests of each tenant in order of time, indexed by tenant, body and Idempotency-Key. Filled one by one, in any order.

import type { RateLimitRow } from '../../catalogue/rate-limits.ts';
import type { Exchange } from '../model/exchange.ts';
import type { LogChange } from '../model/exchange-log.ts';
import { lowerBound } from '../text/binary-search.ts';
import { exceededLimit, isBefore, type SessionCall, sessionCall } from './session-call.ts';

/** A pure function of its exchanges: their order of arrival doesn't matter. */
export interface Session {
  /** All requests, by start time. */
  readonly calls: readonly SessionCall[];
  /** Those that exceeded a rate limit, by limit. */
  readonly refused: ReadonlyMap<RateLimitRow['id'], readonly SessionCall[]>;
  /** By tenant id, in lower case (empty: no tenant named), in the order in which they were first seen. */
  readonly tenants: ReadonlyMap<string, TenantCalls>;
  get(id: number): SessionCall | undefined;
  /** All requests with the same method, URL, tenant and body, this one included. */
  sameRequest(call: SessionCall): readonly SessionCall[];
  /** All requests with this Idempotency-Key. */
  withKey(key: string): readonly SessionCall[];
  /** Exchanges left out because the browser gave no readable time. */
  readonly undatedCount: number;
}

export interface TenantCalls {
  readonly tenant: string;
  /** By start time. */
  readonly calls: readonly SessionCall[];
  /** Those that exceeded a rate limit, by limit. */
  readonly refused: ReadonlyMap<RateLimitRow['id'], readonly SessionCall[]>;
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
  const byId = new Map<number, SessionCall>();
  const undatedIds = new Set<number>();
  const tenants = new Map<string, MutableTenant>();
  const bodies = new Map<string, SessionCall[]>();
  const keys = new Map<string, SessionCall[]>();
  const calls: SessionCall[] = [];
  const refused: Refused = new Map();

  const listsFor = (call: SessionCall): SessionCall[][] => {
    const tenant = getOrCreate(tenants, call.tenant, () => emptyTenant(call.tenant));
    if (call.dayRemaining !== undefined)
      tenant.highestDayRemaining = Math.max(tenant.highestDayRemaining ?? 0, call.dayRemaining);
    const lists = [calls, tenant.calls, getOrCreate(bodies, bodyKey(call), () => [])];
    if (call.idempotencyKey !== undefined) lists.push(getOrCreate(keys, call.idempotencyKey, () => []));
    const limit = exceededLimit(call);
    if (limit !== undefined)
      lists.push(
        getOrCreate(refused, limit, () => []),
        getOrCreate(tenant.refused, limit, () => []),
      );
    return lists;
  };

  const removeCalls = (ids: readonly number[]): ReadonlySet<SessionCall> => {
    const removed = new Set<SessionCall>();
    for (const id of ids) {
      undatedIds.delete(id);
      const call = byId.get(id);
      byId.delete(id);
      if (call) removed.add(call);
    }
    for (const list of new Set([...removed].flatMap(listsFor))) removeFrom(list, removed);
    return removed;
  };

  /** Removes index entries that these requests leave empty. */
  const dropEmptied = (removed: ReadonlySet<SessionCall>) => {
    for (const call of removed) {
      deleteIfEmpty(bodies, bodyKey(call));
      if (call.idempotencyKey !== undefined) deleteIfEmpty(keys, call.idempotencyKey);
      const limit = exceededLimit(call);
      if (limit !== undefined) deleteIfEmpty(refused, limit);
      const tenant = tenants.get(call.tenant);
      if (tenant === undefined) continue;
      if (limit !== undefined) deleteIfEmpty(tenant.refused, limit);
      if (tenant.calls.length === 0) tenants.delete(call.tenant);
      else if (call.dayRemaining !== undefined && call.dayRemaining === tenant.highestDayRemaining)
        tenant.highestDayRemaining = findHighestDayRemaining(tenant);
    }
  };

  return {
    calls,
    refused,
    tenants,
    get undatedCount() {
      return undatedIds.size;
    },
    get: (id) => byId.get(id),
    sameRequest: (call) => bodies.get(bodyKey(call)) ?? [],
    withKey: (key) => keys.get(key) ?? [],
    put(exchange) {
      const call = sessionCall(exchange);
      const before = byId.has(exchange.id) ? removeCalls([exchange.id]) : none;
      if (call === undefined) {
        dropEmptied(before);
        if (exchange.match.path !== undefined) undatedIds.add(exchange.id);
        return;
      }
      undatedIds.delete(call.id);
      byId.set(call.id, call);
      for (const list of listsFor(call)) insert(list, call);
      // After the insertion: a tenant whose only request is replaced keeps its position.
      dropEmptied(before);
    },
    remove: (ids) => dropEmptied(removeCalls(ids)),
    clear() {
      byId.clear();
      undatedIds.clear();
      tenants.clear();
      bodies.clear();
      keys.clear();
      calls.length = 0;
      refused.clear();
    },
  };
}

type Refused = Map<RateLimitRow['id'], SessionCall[]>;

interface MutableTenant extends TenantCalls {
  readonly calls: SessionCall[];
  readonly refused: Refused;
  highestDayRemaining: number | undefined;
}

function emptyTenant(tenant: string): MutableTenant {
  return { tenant, calls: [], refused: new Map(), highestDayRemaining: undefined };
}

const none: ReadonlySet<SessionCall> = new Set();

/** Usually a recent request has it, so look from the end first. */
function findHighestDayRemaining({ calls, highestDayRemaining }: TenantCalls): number | undefined {
  if (calls.findLast(({ dayRemaining }) => dayRemaining === highestDayRemaining)) return highestDayRemaining;
  return calls.reduce<number | undefined>(
    (most, { dayRemaining }) => (dayRemaining === undefined ? most : Math.max(most ?? 0, dayRemaining)),
    undefined,
  );
}

function bodyKey({ request, body }: SessionCall): string {
  return body === '' ? request : `${request} ${body}`;
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = make();
  map.set(key, created);
  return created;
}

function deleteIfEmpty<Key>(map: Map<Key, SessionCall[]>, key: Key): void {
  if (map.get(key)?.length === 0) map.delete(key);
}

/** Requests arrive nearly in order: append, or find the position by binary search. */
function insert(list: SessionCall[], call: SessionCall): void {
  const last = list.at(-1);
  if (last === undefined || isBefore(last, call)) list.push(call);
  else list.splice(indexOfCall(list, call), 0, call);
}

/** Binary search for one; for many, filtering the list is faster. */
function removeFrom(list: SessionCall[], removed: ReadonlySet<SessionCall>): void {
  if (removed.size > 1) {
    const rest = list.filter((call) => !removed.has(call));
    rest.forEach((call, i) => {
      list[i] = call;
    });
    list.length = rest.length;
    return;
  }
  for (const call of removed) {
    const place = list.at(-1) === call ? list.length - 1 : indexOfCall(list, call);
    if (list[place] === call) list.splice(place, 1);
  }
}

/** Index of the first request that isn't before `call`. */
function indexOfCall(list: readonly SessionCall[], call: SessionCall): number {
  return lowerBound(list.length, (i) => !isBefore(list[i] as SessionCall, call));
}
