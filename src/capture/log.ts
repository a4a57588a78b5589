// Keeps the exchanges: in order of time, bounded by count and by the bytes of their bodies, and tells who listens.

import { hasFailed } from '../core/diagnose.ts';
import type { Body, Exchange } from '../core/exchange.ts';
import type { Cleared, ExchangeLog, LogChange, LogTotals, Navigation } from '../core/exchange-log.ts';

export interface Log extends ExchangeLog {
  /** Adds an exchange under a new id, or replaces the one that has its id. */
  put(exchange: Exchange): void;
  nextId(): number;
  /** `isToldAlways`: for more than the empty panel shows something of it. */
  countOther(isToldAlways?: boolean): void;
  countUnrecorded(): void;
  /** The page was loaded anew: takes out what began before. */
  clearBefore(ms: number): void;
  /** The page went to `url`. */
  navigated(ms: number, url: string): void;
}

export interface LogLimits {
  readonly mostExchanges: number;
  readonly mostBodyBytes: number;
}

/** So many navigations are remembered; */
const most = 1_000;
/** and so many characters of each address. */
const longestAddress = 2_048;

export const defaultLimits: LogLimits = { mostExchanges: 50_000, mostBodyBytes: 64_000_000 };

export function createLog({ mostExchanges, mostBodyBytes }: LogLimits = defaultLimits): Log {
  const listeners = new Set<(change: LogChange) => void>();
  const byId = new Map<number, Exchange>();
  let exchanges: Exchange[] = [];
  let navigations: Navigation[] = [];
  let cleared: Cleared | undefined;
  let lastId = 0;
  /** Ids with a body, the oldest first; those before `released` are done. */
  let withBody: number[] = [];
  let totals = emptyTotals(mostBodyBytes);

  const tell = (change: LogChange) => {
    for (const listener of listeners) listener(change);
  };

  const add = (exchange: Exchange) => {
    exchanges.splice(placeFor(exchange, exchanges), 0, exchange);
    if (exchanges.length <= mostExchanges) return;
    const oldest = exchanges.shift() as Exchange;
    byId.delete(oldest.id);
    count(oldest, -1);
    totals = { ...totals, dropped: totals.dropped + 1 };
    tell({ kind: 'drop', id: oldest.id });
  };

  const replace = (before: Exchange, after: Exchange) => {
    const at = indexOf(before, exchanges);
    if (before.startedMs === after.startedMs) {
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
    } else {
      add(exchange);
    }
    count(exchange, 1);
    if (bytesOf(exchange) > 0 && (before === undefined || bytesOf(before) === 0)) withBody.push(exchange.id);
  };

  const release = () => {
    let done = 0;
    while (totals.bodyBytes > mostBodyBytes && done < withBody.length) {
      const exchange = byId.get(withBody[done++] as number);
      if (exchange === undefined || bytesOf(exchange) === 0) continue;
      put(withoutBodies(exchange));
      totals = { ...totals, released: totals.released + 1 };
    }
    if (done > 0) withBody = withBody.slice(done);
  };

  const clear = (by: Cleared['by'], kept: readonly Exchange[]) => {
    const taken = exchanges.length - kept.length;
    if (taken > 0) cleared = { ms: Date.now(), exchanges: taken, by };
    exchanges = [];
    navigations = [];
    withBody = [];
    byId.clear();
    totals = emptyTotals(mostBodyBytes);
    tell({ kind: 'clear' });
    for (const exchange of kept) {
      put(exchange);
      tell({ kind: 'put', exchange });
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
    put(exchange) {
      put(exchange);
      release();
      // What is older than all that a full log holds went at once.
      if (byId.has(exchange.id)) tell({ kind: 'put', exchange });
    },
    countOther(isToldAlways = false) {
      totals = { ...totals, others: totals.others + 1 };
      // Only the empty panel shows this number.
      if (isToldAlways || exchanges.length === 0) tell({ kind: 'count' });
    },
    countUnrecorded() {
      totals = { ...totals, unrecorded: totals.unrecorded + 1 };
      if (exchanges.length === 0) tell({ kind: 'count' });
    },
    navigated(ms, url) {
      navigations = [...navigations, { ms, url: url.replace(/[?#].*$/s, '').slice(0, longestAddress) }].slice(-most);
      tell({ kind: 'navigate' });
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

function emptyTotals(mostBodyBytes: number): LogTotals {
  return { failed: 0, bodyBytes: 0, mostBodyBytes, released: 0, dropped: 0, others: 0, unrecorded: 0 };
}

/** Traffic comes nearly in order: the place is sought from the end. */
function placeFor(exchange: Exchange, exchanges: readonly Exchange[]): number {
  let at = exchanges.length;
  while (at > 0 && timeOf(exchanges[at - 1] as Exchange) > timeOf(exchange)) at--;
  return at;
}

function indexOf(exchange: Exchange, exchanges: readonly Exchange[]): number {
  return exchanges.lastIndexOf(exchange);
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
    request: { ...request, body: letGo(request.body) },
    response: { ...response, body: letGo(response.body) },
  };
}

function letGo(body: Body): Body {
  return body.kind === 'text' ? { kind: 'lost', why: 'released', bytes: body.bytes } : body;
}
