// What only a sequence can tell: the calls of each tenant in the order of time, and which of them ask the same. Filled one by one, in any order.

import type { RateLimitRow } from '../../catalogue/rate-limits.ts';
import type { Exchange } from '../model/exchange.ts';
import type { LogChange } from '../model/exchange-log.ts';
import { lowerBound } from '../text/binary-search.ts';
import { isBefore, refusedFor, type SessionCall, sessionCall } from './session-call.ts';

/** Reading it changes nothing, and what it tells depends on the exchanges alone, not on the order in which they came. */
export interface Session {
  /** All calls, by the time they began. */
  readonly calls: readonly SessionCall[];
  /** Those of them that were refused for a limit, by the limit. */
  readonly refused: ReadonlyMap<RateLimitRow['id'], readonly SessionCall[]>;
  /** Those that have calls, by tenant, in lower case, empty for calls that named none; in the order in which they were first seen. */
  readonly tenants: ReadonlyMap<string, TenantCalls>;
  get(id: number): SessionCall | undefined;
  /** The calls with the same method, address, tenant and body. */
  sameRequest(call: SessionCall): readonly SessionCall[];
  /** The calls that used an Idempotency-Key. */
  withKey(key: string): readonly SessionCall[];
  /** Exchanges that are not in it, for the browser gave them no readable time. */
  readonly undatedCount: number;
}

export interface TenantCalls {
  readonly tenant: string;
  /** By the time they began. */
  readonly calls: readonly SessionCall[];
  /** Those of them that were refused for a limit, by the limit. */
  readonly refused: ReadonlyMap<RateLimitRow['id'], readonly SessionCall[]>;
  /** The most that `X-DayLimit-Remaining` ever said. */
  readonly highestDayLeft: number | undefined;
}

export interface MutableSession extends Session {
  /** Adds an exchange, or replaces the one that has its id. Constant work, as long as they come nearly in order. */
  put(exchange: Exchange): void;
  /** Those that it does not have are passed over. */
  remove(ids: readonly number[]): void;
  clear(): void;
}

/** Keeps a session in step with a log. */
export function applyLogChange(session: MutableSession, change: LogChange): void {
  if (change.kind === 'put') session.put(change.exchange);
  else if (change.kind === 'putAll') for (const each of change.exchanges) session.put(each);
  else if (change.kind === 'drop') session.remove(change.ids);
  else if (change.kind === 'clear') session.clear();
}

export function createSession(): MutableSession {
  const byId = new Map<number, SessionCall>();
  const untimed = new Set<number>();
  const tenants = new Map<string, GrowingTenant>();
  const bodies = new Map<string, SessionCall[]>();
  const keys = new Map<string, SessionCall[]>();
  const calls: SessionCall[] = [];
  const refused: Refused = new Map();

  const listsOf = (call: SessionCall): SessionCall[][] => {
    const tenant = at(tenants, call.tenant, () => emptyTenant(call.tenant));
    if (call.dayLeft !== undefined) tenant.highestDayLeft = Math.max(tenant.highestDayLeft ?? 0, call.dayLeft);
    const lists = [calls, tenant.calls, at(bodies, bodyKey(call), () => [])];
    if (call.idempotencyKey !== undefined) lists.push(at(keys, call.idempotencyKey, () => []));
    const limit = refusedFor(call);
    if (limit !== undefined)
      lists.push(
        at(refused, limit, () => []),
        at(tenant.refused, limit, () => []),
      );
    return lists;
  };

  const removeCalls = (ids: readonly number[]): ReadonlySet<SessionCall> => {
    const gone = new Set<SessionCall>();
    for (const id of ids) {
      untimed.delete(id);
      const call = byId.get(id);
      byId.delete(id);
      if (call) gone.add(call);
    }
    for (const list of new Set([...gone].flatMap(listsOf))) takeOut(list, gone);
    return gone;
  };

  /** What was there for these calls alone. */
  const forget = (gone: ReadonlySet<SessionCall>) => {
    for (const call of gone) {
      forgetEmpty(bodies, bodyKey(call));
      if (call.idempotencyKey !== undefined) forgetEmpty(keys, call.idempotencyKey);
      const limit = refusedFor(call);
      if (limit !== undefined) forgetEmpty(refused, limit);
      const tenant = tenants.get(call.tenant);
      if (tenant === undefined) continue;
      if (limit !== undefined) forgetEmpty(tenant.refused, limit);
      if (tenant.calls.length === 0) tenants.delete(call.tenant);
      else if (call.dayLeft !== undefined && call.dayLeft === tenant.highestDayLeft)
        tenant.highestDayLeft = highestOf(tenant);
    }
  };

  return {
    calls,
    refused,
    tenants,
    get undatedCount() {
      return untimed.size;
    },
    get: (id) => byId.get(id),
    sameRequest: (call) => bodies.get(bodyKey(call)) ?? [],
    withKey: (key) => keys.get(key) ?? [],
    put(exchange) {
      const call = sessionCall(exchange);
      const before = byId.has(exchange.id) ? removeCalls([exchange.id]) : none;
      if (call === undefined) {
        forget(before);
        if (exchange.match.path !== undefined) untimed.add(exchange.id);
        return;
      }
      untimed.delete(call.id);
      byId.set(call.id, call);
      for (const list of listsOf(call)) insert(list, call);
      // Only now: a tenant whose one call is replaced keeps its place among the others.
      forget(before);
    },
    remove: (ids) => forget(removeCalls(ids)),
    clear() {
      byId.clear();
      untimed.clear();
      tenants.clear();
      bodies.clear();
      keys.clear();
      calls.length = 0;
      refused.clear();
    },
  };
}

type Refused = Map<RateLimitRow['id'], SessionCall[]>;

interface GrowingTenant extends TenantCalls {
  readonly calls: SessionCall[];
  readonly refused: Refused;
  highestDayLeft: number | undefined;
}

function emptyTenant(tenant: string): GrowingTenant {
  return { tenant, calls: [], refused: new Map(), highestDayLeft: undefined };
}

const none: ReadonlySet<SessionCall> = new Set();

/** Most often one of the last calls told it as well. */
function highestOf({ calls, highestDayLeft }: TenantCalls): number | undefined {
  if (calls.findLast(({ dayLeft }) => dayLeft === highestDayLeft)) return highestDayLeft;
  return calls.reduce<number | undefined>(
    (most, { dayLeft }) => (dayLeft === undefined ? most : Math.max(most ?? 0, dayLeft)),
    undefined,
  );
}

function bodyKey({ request, body }: SessionCall): string {
  return body === '' ? request : `${request} ${body}`;
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function forgetEmpty<Key>(map: Map<Key, SessionCall[]>, key: Key): void {
  if (map.get(key)?.length === 0) map.delete(key);
}

/** Calls come nearly in order: the place is the end, or is sought by halving. */
function insert(list: SessionCall[], call: SessionCall): void {
  const last = list.at(-1);
  if (last === undefined || isBefore(last, call)) list.push(call);
  else list.splice(placeOf(list, call), 0, call);
}

/** Of one the place is sought; for many it is faster to go through the list. */
function takeOut(list: SessionCall[], gone: ReadonlySet<SessionCall>): void {
  if (gone.size > 1) {
    const kept = list.filter((call) => !gone.has(call));
    kept.forEach((call, i) => {
      list[i] = call;
    });
    list.length = kept.length;
    return;
  }
  for (const call of gone) {
    const place = list.at(-1) === call ? list.length - 1 : placeOf(list, call);
    if (list[place] === call) list.splice(place, 1);
  }
}

/** Where the first call stands that does not come before `call`. */
function placeOf(list: readonly SessionCall[], call: SessionCall): number {
  return lowerBound(list.length, (i) => !isBefore(list[i] as SessionCall, call));
}
