// Joins the requests that a server made with the page's request that caused them. Either may be reported first.

import type { Exchange } from '../core/model/exchange.ts';
import type { PageRequestOutcome } from '../core/model/server-origin.ts';
import { fingerprint } from '../core/secrets/fingerprint.ts';
import { findForwarded, withForwarded } from '../core/server-requests/forwarded.ts';
import type { ServerHeader } from '../core/server-requests/parse-header.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import type { BrowserEntry } from './har-entry.ts';

export interface PageRequests {
  /** Call it when the browser has reported a response with the header. `id` is the id of its exchange, if that is listed. */
  add(header: ServerHeader, entry: BrowserEntry, id: number | undefined): void;
  /**
   * Adds to exchanges that are not in the log yet, in chronological order, what the browser reported about their page requests. Returns those
   * to add: the page's own request, forwarded by the server, becomes part of the page's exchange instead.
   */
  complete(exchanges: readonly Exchange[]): Exchange[];
}

const MAX_PAGE_REQUESTS = 1_000;
/** Exchanges that wait for the response to one page request. */
const MAX_WAITING = 1_000;

export function createPageRequests(log: MutableExchangeLog): PageRequests {
  const outcomes = new Map<string, PageRequestOutcome>();
  /** The ids of exchanges whose page request has not been reported. */
  const waiting = new Map<string, number[]>();

  /** Adds the request that the server forwarded to the page's exchange with this id, and returns it. */
  const join = (id: number | undefined, serverExchanges: readonly Exchange[]): Exchange | undefined => {
    const page = id === undefined ? undefined : log.get(id);
    const forwarded = page && findForwarded(page, serverExchanges);
    if (page && forwarded) log.upsert(withForwarded(page, forwarded));
    return forwarded;
  };

  return {
    add({ key, request }, entry, id) {
      const pageRequest = `${fingerprint(key)} ${request}`;
      const outcome = readOutcome(entry, id);
      setBounded(outcomes, pageRequest, outcome);
      const serverExchanges = (waiting.get(pageRequest) ?? []).flatMap((each) => log.get(each) ?? []);
      waiting.delete(pageRequest);
      const forwarded = join(id, serverExchanges);
      if (forwarded) log.remove(forwarded.id);
      for (const each of serverExchanges) if (each !== forwarded) log.upsert(withOutcome(each, outcome));
    },
    complete(exchanges) {
      const added: Exchange[] = [];
      for (const [pageRequest, serverExchanges] of groupByPageRequest(exchanges)) {
        const outcome = pageRequest === undefined ? undefined : outcomes.get(pageRequest);
        const forwarded = join(outcome?.exchangeId, serverExchanges);
        for (const each of serverExchanges)
          if (each !== forwarded) added.push(outcome ? withOutcome(each, outcome) : each);
        if (pageRequest === undefined || outcome) continue;
        const ids = [...(waiting.get(pageRequest) ?? []), ...serverExchanges.map(({ id }) => id)];
        setBounded(waiting, pageRequest, ids.slice(-MAX_WAITING));
      }
      return added;
    },
  };
}

/** The key is `undefined` for exchanges that no page request caused. */
function groupByPageRequest(exchanges: readonly Exchange[]): Map<string | undefined, Exchange[]> {
  const groups = new Map<string | undefined, Exchange[]>();
  for (const each of exchanges) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
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

/** Evicts the oldest entry of a full map. */
function setBounded<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_PAGE_REQUESTS && oldest !== undefined) map.delete(oldest);
}
