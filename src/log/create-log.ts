// Keeps the exchanges: in order of time, bounded by count and by the bytes of their bodies, and tells who listens.

import { hasFailed } from '../core/diagnose/outcome.ts';
import type { Body, Exchange } from '../core/model/exchange.ts';
import type { ClearEvent, ExchangeLog, LogChange, LogTotals, Navigation } from '../core/model/exchange-log.ts';
import { lowerBound } from '../core/text/binary-search.ts';
import { notifyAll } from './notify.ts';

export interface MutableExchangeLog extends ExchangeLog {
  /** Adds an exchange under a new id, or replaces the one that has its id. */
  upsert(exchange: Exchange): void;
  /** The same as to put each, and faster; listeners are told once of all that are new. */
  appendAll(exchanges: readonly Exchange[]): void;
  nextId(): number;
  /** The number of other calls has changed. `isToldAlways`: more than the empty panel shows something of it. */
  notifyUnrelated(isToldAlways?: boolean): void;
  countIgnored(): void;
  /** The page was loaded anew: takes out what began before. */
  clearBefore(ms: number): void;
  /** The page went to `url`. */
  addNavigation(ms: number, url: string): void;
}

export interface LogLimits {
  readonly mostExchanges: number;
  readonly mostBodyBytes: number;
}

/** So many navigations are remembered; */
const MAX_NAVIGATIONS = 1_000;
/** and so many characters of each address. */
const MAX_NAVIGATION_URL_CHARS = 2_048;

export const defaultLimits: LogLimits = { mostExchanges: 50_000, mostBodyBytes: 64_000_000 };

export function createLog({ mostExchanges, mostBodyBytes }: LogLimits = defaultLimits): MutableExchangeLog {
  const listeners = new Set<(change: LogChange) => void>();
  const byId = new Map<number, Exchange>();
  let exchanges: Exchange[] = [];
  let navigations: Navigation[] = [];
  let cleared: ClearEvent | undefined;
  let lastId = 0;
  /** Ids with a body, the oldest first; those before `released` are done. */
  let withBody: number[] = [];
  let totals = emptyTotals(mostBodyBytes);

  const notify = (change: LogChange) => notifyAll(listeners, change);

  const add = (exchange: Exchange) => {
    exchanges.splice(placeFor(exchange, exchanges), 0, exchange);
    // A hundredth at a time: to take the first out of a long list moves all the others.
    if (exchanges.length > mostExchanges) drop(Math.ceil(mostExchanges / 100));
  };

  /** They are new, and in any order. */
  const addAll = (some: readonly Exchange[]) => {
    const sorted = some.toSorted(byTime);
    const [first] = sorted;
    if (first === undefined) return;
    const later = exchanges.splice(placeFor(first, exchanges));
    let next = 0;
    for (const each of sorted) {
      while (next < later.length && byTime(later[next] as Exchange, each) <= 0)
        exchanges.push(later[next++] as Exchange);
      exchanges.push(each);
    }
    for (; next < later.length; next++) exchanges.push(later[next] as Exchange);
    if (exchanges.length > mostExchanges) drop(exchanges.length - mostExchanges);
  };

  const drop = (some: number) => {
    const oldest = exchanges.splice(0, some);
    for (const each of oldest) {
      byId.delete(each.id);
      count(each, -1);
    }
    totals = { ...totals, evictedExchanges: totals.evictedExchanges + oldest.length };
    notify({ kind: 'drop', ids: oldest.map(({ id }) => id) });
  };

  const replace = (before: Exchange, after: Exchange) => {
    const at = indexOf(before, exchanges);
    if (Object.is(before.startedMs, after.startedMs)) {
      exchanges[at] = after;
      return;
    }
    exchanges.splice(at, 1);
    exchanges.splice(placeFor(after, exchanges), 0, after);
  };

  const count = (exchange: Exchange, sign: 1 | -1) => {
    totals = {
      ...totals,
      failed: totals.failed + (hasFailed(exchange) ? sign : 0),
      bodyBytes: totals.bodyBytes + sign * bytesOf(exchange),
    };
  };

  const put = (exchange: Exchange) => {
    const before = byId.get(exchange.id);
    byId.set(exchange.id, exchange);
    if (before) {
      count(before, -1);
      replace(before, exchange);
      count(exchange, 1);
    } else {
      count(exchange, 1);
      add(exchange);
    }
    if (bytesOf(exchange) > 0 && (before === undefined || bytesOf(before) === 0)) withBody.push(exchange.id);
  };

  const appendAll = (all: readonly Exchange[]) => {
    const added: Exchange[] = [];
    const again: Exchange[] = [];
    for (const each of all) {
      if (byId.has(each.id)) again.push(each);
      else {
        byId.set(each.id, each);
        count(each, 1);
        added.push(each);
        if (bytesOf(each) > 0) withBody.push(each.id);
      }
    }
    addAll(added);
    evictBodies();
    // Some may have been dropped at once, and some let their bodies go.
    const kept = added.flatMap(({ id }) => byId.get(id) ?? []);
    if (kept.length > 0) notify({ kind: 'putAll', exchanges: kept });
    for (const each of again) putOne(each);
  };

  const putOne = (exchange: Exchange) => {
    put(exchange);
    evictBodies();
    // What is older than all that a full log holds went at once.
    if (byId.has(exchange.id)) notify({ kind: 'put', exchange });
  };

  const evictBodies = () => {
    let done = 0;
    while (totals.bodyBytes > mostBodyBytes && done < withBody.length) {
      const exchange = byId.get(withBody[done++] as number);
      if (exchange === undefined || bytesOf(exchange) === 0) continue;
      put(withoutBodies(exchange));
      totals = { ...totals, evictedBodies: totals.evictedBodies + 1 };
    }
    if (done > 0) withBody = withBody.slice(done);
  };

  const clear = (by: ClearEvent['by'], kept: readonly Exchange[]) => {
    const taken = exchanges.length - kept.length;
    if (taken > 0) cleared = { ms: Date.now(), exchanges: taken, by };
    exchanges = [];
    navigations = [];
    withBody = [];
    byId.clear();
    totals = emptyTotals(mostBodyBytes);
    notify({ kind: 'clear' });
    for (const exchange of kept) {
      put(exchange);
      notify({ kind: 'put', exchange });
    }
  };

  return {
    get exchanges() {
      return exchanges;
    },
    get totals() {
      return totals;
    },
    get navigations() {
      return navigations;
    },
    get cleared() {
      return cleared;
    },
    get: (id) => byId.get(id),
    nextId: () => ++lastId,
    upsert: putOne,
    appendAll,
    notifyUnrelated(isToldAlways = false) {
      if (isToldAlways || exchanges.length === 0) notify({ kind: 'count' });
    },
    countIgnored() {
      totals = { ...totals, ignoredWhilePaused: totals.ignoredWhilePaused + 1 };
      if (exchanges.length === 0) notify({ kind: 'count' });
    },
    addNavigation(ms, url) {
      navigations = [...navigations, { ms, url: url.replace(/[?#].*$/s, '').slice(0, MAX_NAVIGATION_URL_CHARS) }].slice(
        -MAX_NAVIGATIONS,
      );
      notify({ kind: 'navigate' });
    },
    clear: () => clear('user', []),
    clearBefore: (ms) =>
      clear(
        'load',
        exchanges.filter((exchange) => !(exchange.startedMs < ms)),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function emptyTotals(maxBodyBytes: number): LogTotals {
  return { failed: 0, bodyBytes: 0, maxBodyBytes, evictedBodies: 0, evictedExchanges: 0, ignoredWhilePaused: 0 };
}

/** Traffic comes nearly in order: the place is the end, or is sought by halving. */
function placeFor(exchange: Exchange, exchanges: readonly Exchange[]): number {
  const last = exchanges.at(-1);
  if (last === undefined || byTime(last, exchange) <= 0) return exchanges.length;
  return lowerBound(exchanges.length, (i) => byTime(exchanges[i] as Exchange, exchange) > 0);
}

/** Of those that began at once it is one of the last. */
function indexOf(exchange: Exchange, exchanges: readonly Exchange[]): number {
  return exchanges.lastIndexOf(exchange, placeFor(exchange, exchanges) - 1);
}

function byTime(a: Exchange, b: Exchange): number {
  const [timeOfA, timeOfB] = [timeOf(a), timeOf(b)];
  // Infinity less Infinity would be no order.
  return timeOfA === timeOfB ? 0 : timeOfA - timeOfB;
}

function timeOf(exchange: Exchange): number {
  return Number.isNaN(exchange.startedMs) ? Number.POSITIVE_INFINITY : exchange.startedMs;
}

function bytesOf({ request, response }: Exchange): number {
  return bodyBytes(request.body) + bodyBytes(response.body);
}

function bodyBytes(body: Body): number {
  return body.kind === 'text' ? body.bytes : 0;
}

function withoutBodies(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: dropBody(request.body) },
    response: { ...response, body: dropBody(response.body) },
  };
}

function dropBody(body: Body): Body {
  return body.kind === 'text' ? { kind: 'lost', why: 'released', bytes: body.bytes } : body;
}
