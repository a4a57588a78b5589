// Records a request and its response, paired with its preflight and its service worker half.

import type { OperationMatch } from '../core/model/operation-match.ts';
import type { CaptureState } from './capture-state.ts';
import { createExchange } from './create-exchange.ts';
import { mayBeBlocked } from './failure.ts';
import type { BrowserEntry } from './har-entry.ts';
import { mergePair } from './merge-service-worker.ts';

/** Returns the exchange's id. The response body is added later. */
export function recordRequest(state: CaptureState, entry: BrowserEntry, match: OperationMatch): number {
  const { log, preflights, readHeaders, serviceWorkers } = state;
  const preflight = preflights.take(entry);
  const otherHalfId = serviceWorkers.find(entry);
  const id = preflight?.id ?? otherHalfId ?? log.nextId();
  const exchange = createExchange(entry, { id, match, readHeaders, preflight: preflight?.entry });
  if (preflight === undefined && mayBeBlocked(entry)) preflights.addRequest(entry, id);
  const otherHalf = otherHalfId === undefined ? undefined : log.get(otherHalfId);
  if (otherHalfId === undefined) serviceWorkers.add(entry, id);
  log.upsert(otherHalf ? mergePair(otherHalf, exchange) : exchange);
  // The service worker's half has no body of its own.
  const hasBody = !otherHalf || exchange.viaServiceWorker;
  if (hasBody && exchange.response.body.kind === 'pending') readBody(state, entry, id);
  return id;
}

/** Updates a request that was recorded from the HAR: its response may not have been complete there. */
export function updateRequest(state: CaptureState, entry: BrowserEntry, id: number): void {
  const { log, readHeaders } = state;
  const before = log.get(id);
  if (!before || entry.response.status === 0) return;
  const exchange = createExchange(entry, { id, match: before.match, readHeaders });
  // The service worker's half adds nothing once both are merged.
  if (before.viaServiceWorker && !exchange.viaServiceWorker) return;
  const merged = exchange.viaServiceWorker ? mergePair(before, exchange) : exchange;
  log.upsert({ ...merged, preflight: before.preflight });
  if (exchange.response.body.kind === 'pending') readBody(state, entry, id);
}

function readBody({ bodies, bodySources, log }: CaptureState, entry: BrowserEntry, id: number): void {
  bodySources.set(id, entry);
  bodies.read(entry, (body) => {
    // The service worker's half may have been read before the page's: its empty body must not overwrite the page's.
    if (bodySources.get(id) !== entry) return;
    bodySources.delete(id);
    const exchange = log.get(id);
    if (exchange) log.upsert({ ...exchange, response: { ...exchange.response, body } });
  });
}
