// Joins the requests that a server made with the page's request that they were made for: each may be known before the other.

import type { Exchange } from '../core/model/exchange.ts';
import type { PageRequestOutcome } from '../core/model/server-origin.ts';
import { fingerprint } from '../core/secrets/fingerprint.ts';
import type { ServerHeader } from '../core/server-requests/parse-header.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import type { BrowserEntry } from './har-entry.ts';

export interface PageRequests {
  /** The browser reported a response with the header. `id`: of its exchange, if it is listed. */
  add(header: ServerHeader, entry: BrowserEntry, id: number | undefined): void;
  /** Adds what the browser reported of their page requests to exchanges that are not in the log yet. */
  withOutcomes(exchanges: readonly Exchange[]): Exchange[];
}

const MAX_PAGE_REQUESTS = 1_000;
/** Exchanges that wait for the response to one page request. */
const MAX_WAITING = 1_000;

export function createPageRequests(log: MutableExchangeLog): PageRequests {
  const outcomes = new Map<string, PageRequestOutcome>();
  /** The ids of exchanges whose page request has not been reported. */
  const waiting = new Map<string, number[]>();

  return {
    add({ key, request }, entry, id) {
      const pageRequest = `${fingerprint(key)} ${request}`;
      const outcome = readOutcome(entry, id);
      setBounded(outcomes, pageRequest, outcome);
      for (const each of waiting.get(pageRequest) ?? []) {
        const exchange = log.get(each);
        if (exchange) log.upsert(withOutcome(exchange, outcome));
      }
      waiting.delete(pageRequest);
    },
    withOutcomes(exchanges) {
      return exchanges.map((each) => {
        const pageRequest = keyOf(each);
        if (pageRequest === undefined) return each;
        const outcome = outcomes.get(pageRequest);
        if (outcome) return withOutcome(each, outcome);
        setBounded(waiting, pageRequest, [...(waiting.get(pageRequest) ?? []), each.id].slice(-MAX_WAITING));
        return each;
      });
    },
  };
}

function keyOf({ server }: Exchange): string | undefined {
  return server?.pageRequest && `${server.process} ${server.pageRequest.id}`;
}

function withOutcome(exchange: Exchange, outcome: PageRequestOutcome): Exchange {
  const { server } = exchange;
  if (server?.pageRequest === undefined) return exchange;
  return { ...exchange, server: { ...server, pageRequest: { ...server.pageRequest, outcome } } };
}

function readOutcome({ response: { status }, time }: BrowserEntry, exchangeId: number | undefined): PageRequestOutcome {
  return {
    status: Number.isInteger(status) && status > 0 && status < 1000 ? status : 0,
    durationMs: time >= 0 && Number.isFinite(time) ? time : undefined,
    exchangeId,
  };
}

/** Forgets the oldest. */
function setBounded<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_PAGE_REQUESTS && oldest !== undefined) map.delete(oldest);
}
