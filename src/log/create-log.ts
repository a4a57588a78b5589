// Stores exchanges in chronological order, bounded by their number and by the bytes that they take, and notifies its subscribers.

import { hasFailed } from '../core/diagnose/outcome.ts';
import type { Exchange } from '../core/model/exchange.ts';
import type { ClearEvent, ExchangeLog, LogChange, LogTotals, Navigation } from '../core/model/exchange-log.ts';
import { MAX_UNRELATED_URL_CHARS, stripQuery } from '../core/text/url.ts';
import {
  countBodyBytes,
  countOtherBytes,
  createHeaderBytes,
  type HeaderBytes,
  withoutBodies,
} from './exchange-bytes.ts';
import { insertExchange, insertExchanges, removeExchange, replaceExchange } from './exchange-order.ts';
import { notifyAll } from './notify.ts';

export interface MutableExchangeLog extends ExchangeLog {
  /** Adds an exchange under a new id, or replaces the one that has its id. */
  upsert(exchange: Exchange): void;
  /** The same as upserting each, but faster; subscribers get one change for all that are new. */
  appendAll(exchanges: readonly Exchange[]): void;
  /** Removes an exchange that turned out to be part of another. */
  remove(id: number): void;
  nextId(): number;
  /** The number of other requests has changed. Without `always`, only an empty panel shows it. */
  notifyUnrelated(always?: boolean): void;
  countIgnored(): void;
  /** The page was reloaded: removes the exchanges that began before. */
  clearBefore(ms: number): void;
  /** The page navigated to `url`. */
  addNavigation(ms: number, url: string): void;
}

export interface LogLimits {
  readonly maxExchanges: number;
  readonly maxBytes: number;
}

const MAX_NAVIGATIONS = 1_000;

export const defaultLimits: LogLimits = { maxExchanges: 50_000, maxBytes: 64_000_000 };

/** The rest is for bodies: otherwise large headers would leave no room for the body of a new exchange. */
const MAX_SHARE_WITHOUT_BODIES = 0.75;

interface LogState {
  readonly byId: Map<number, Exchange>;
  /** Sorted by start time. */
  exchanges: Exchange[];
  /** Ids of exchanges that got a body, the oldest first. */
  withBody: number[];
  readonly headerBytes: HeaderBytes;
  totals: LogTotals;
}

export function createLog(limits: LogLimits = defaultLimits): MutableExchangeLog {
  const listeners = new Set<(change: LogChange) => void>();
  const state = emptyState(limits);
  let navigations: Navigation[] = [];
  let cleared: ClearEvent | undefined;
  let lastId = 0;

  const notify = (change: LogChange) => notifyAll(listeners, change);

  const evictOldest = (count: number) => {
    const ids = dropOldest(state, count);
    notify({ kind: 'evict', ids });
  };

  const evictBytes = () => {
    const maxBytes = limits.maxBytes * MAX_SHARE_WITHOUT_BODIES;
    while (bytesWithoutBodies(state) > maxBytes) evictOldest(countOldest(state, bytesWithoutBodies(state) - maxBytes));
    evictBodies(state);
  };

  const upsert = (exchange: Exchange) => {
    store(state, exchange);
    // A hundredth at a time, because removing the first of a long array moves all others.
    if (state.exchanges.length > limits.maxExchanges) evictOldest(Math.ceil(limits.maxExchanges / 100));
    evictBytes();
    // In a full log, an exchange older than all others was evicted immediately.
    if (state.byId.has(exchange.id)) notify({ kind: 'upsert', exchange });
  };

  const clear = (by: ClearEvent['by'], retained: readonly Exchange[]) => {
    const removed = state.exchanges.length - retained.length;
    if (removed > 0) cleared = { ms: Date.now(), exchanges: removed, by };
    navigations = [];
    Object.assign(state, emptyState(limits));
    notify({ kind: 'clear', by });
    for (const exchange of retained) {
      store(state, exchange);
      notify({ kind: 'upsert', exchange });
    }
  };

  return {
    get exchanges() {
      return state.exchanges;
    },
    get totals() {
      return state.totals;
    },
    get navigations() {
      return navigations;
    },
    get cleared() {
      return cleared;
    },
    get: (id) => state.byId.get(id),
    nextId: () => ++lastId,
    remove(id) {
      const exchange = state.byId.get(id);
      if (exchange === undefined) return;
      state.byId.delete(id);
      addToTotals(state, exchange, -1);
      removeExchange(state.exchanges, exchange);
      notify({ kind: 'evict', ids: [id] });
    },
    upsert,
    appendAll(exchanges) {
      const { added, known } = storeNew(state, exchanges);
      const excess = state.exchanges.length - limits.maxExchanges;
      if (excess > 0) evictOldest(excess);
      evictBytes();
      // Some may have been evicted immediately, or have lost their bodies.
      const stored = added.flatMap(({ id }) => state.byId.get(id) ?? []);
      if (stored.length > 0) notify({ kind: 'append', exchanges: stored });
      for (const each of known) upsert(each);
    },
    notifyUnrelated(always = false) {
      if (always || state.exchanges.length === 0) notify({ kind: 'stats' });
    },
    countIgnored() {
      state.totals = { ...state.totals, ignoredWhilePaused: state.totals.ignoredWhilePaused + 1 };
      if (state.exchanges.length === 0) notify({ kind: 'stats' });
    },
    addNavigation(ms, url) {
      const navigation = { ms, url: stripQuery(url).slice(0, MAX_UNRELATED_URL_CHARS) };
      navigations = [...navigations, navigation].slice(-MAX_NAVIGATIONS);
      notify({ kind: 'navigate' });
    },
    clear: () => clear('user', []),
    clearBefore: (ms) =>
      clear(
        'load',
        state.exchanges.filter((exchange) => !(exchange.startedMs < ms)),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function emptyState({ maxBytes }: LogLimits): LogState {
  const totals = {
    failed: 0,
    bytes: 0,
    bodyBytes: 0,
    maxBytes,
    evictedBodies: 0,
    evictedExchanges: 0,
    ignoredWhilePaused: 0,
  };
  return { byId: new Map(), exchanges: [], withBody: [], headerBytes: createHeaderBytes(), totals };
}

/** Adds or replaces one exchange. */
function store(state: LogState, exchange: Exchange): void {
  const previous = state.byId.get(exchange.id);
  state.byId.set(exchange.id, exchange);
  addToTotals(state, exchange, 1);
  if (previous) {
    addToTotals(state, previous, -1);
    replaceExchange(state.exchanges, previous, exchange);
  } else insertExchange(state.exchanges, exchange);
  const hadBody = previous !== undefined && countBodyBytes(previous) > 0;
  if (!hadBody && countBodyBytes(exchange) > 0) state.withBody.push(exchange.id);
}

/** Adds the exchanges whose ids are new. Returns these, and those with known ids. */
function storeNew(state: LogState, exchanges: readonly Exchange[]) {
  const added: Exchange[] = [];
  const known: Exchange[] = [];
  for (const each of exchanges) {
    if (state.byId.has(each.id)) {
      known.push(each);
      continue;
    }
    state.byId.set(each.id, each);
    addToTotals(state, each, 1);
    added.push(each);
    if (countBodyBytes(each) > 0) state.withBody.push(each.id);
  }
  insertExchanges(state.exchanges, added);
  return { added, known };
}

/** Returns the ids of the exchanges that it removed. */
function dropOldest(state: LogState, count: number): number[] {
  const oldest = state.exchanges.splice(0, count);
  for (const each of oldest) {
    state.byId.delete(each.id);
    addToTotals(state, each, -1);
  }
  state.totals = { ...state.totals, evictedExchanges: state.totals.evictedExchanges + oldest.length };
  return oldest.map(({ id }) => id);
}

function bytesWithoutBodies({ totals }: LogState): number {
  return totals.bytes - totals.bodyBytes;
}

/** The number of oldest exchanges that take up these bytes. Evicting them may free less, because others may share their headers. */
function countOldest({ exchanges }: LogState, bytes: number): number {
  let count = 0;
  for (let sum = 0; sum < bytes && count < exchanges.length; count++) {
    const exchange = exchanges[count] as Exchange;
    const { request, response } = exchange;
    sum += countOtherBytes(exchange) + createHeaderBytes().add([...request.headers, ...response.headers]);
  }
  return count;
}

/** Removes the oldest bodies until the others fit. */
function evictBodies(state: LogState): void {
  let checked = 0;
  while (state.totals.bytes > state.totals.maxBytes && checked < state.withBody.length) {
    const exchange = state.byId.get(state.withBody[checked++] as number);
    if (exchange === undefined || countBodyBytes(exchange) === 0) continue;
    store(state, withoutBodies(exchange));
    state.totals = { ...state.totals, evictedBodies: state.totals.evictedBodies + 1 };
  }
  if (checked > 0) state.withBody = state.withBody.slice(checked);
}

function addToTotals(state: LogState, exchange: Exchange, sign: 1 | -1): void {
  const { totals, headerBytes } = state;
  const bodyBytes = sign * countBodyBytes(exchange);
  const { request, response } = exchange;
  const change = sign > 0 ? headerBytes.add : headerBytes.remove;
  const headers = sign * (change(request.headers) + change(response.headers));
  state.totals = {
    ...totals,
    failed: totals.failed + (hasFailed(exchange) ? sign : 0),
    bytes: totals.bytes + bodyBytes + headers + sign * countOtherBytes(exchange),
    bodyBytes: totals.bodyBytes + bodyBytes,
  };
}
