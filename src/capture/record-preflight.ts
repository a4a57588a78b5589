// Records a preflight with its request, or in place of the request if the browser blocked that.

import type { OperationMatch } from '../core/model/operation-match.ts';
import type { CaptureState } from './capture-state.ts';
import { preflightAllows } from './cors.ts';
import { createBlockedExchange, createPreflight } from './create-exchange.ts';
import { detectFailure } from './failure.ts';
import type { BrowserEntry } from './har-entry.ts';
import type { PendingRequest } from './pair-preflights.ts';

export function recordPreflight(state: CaptureState, entry: BrowserEntry, match: OperationMatch): undefined {
  const { log, preflights } = state;
  const request = preflights.takeRequest(entry);
  if (request) return addToRequest(state, request, entry);
  const isRejected = entry.response.status > 0 && !preflightAllows(entry);
  const id = isRejected ? log.nextId() : undefined;
  preflights.add(entry, id);
  if (id !== undefined) log.upsert(createBlockedExchange(entry, id, match));
}

function addToRequest({ log }: CaptureState, request: PendingRequest, preflight: BrowserEntry): undefined {
  const exchange = log.get(request.id);
  const failure = detectFailure(request.entry, preflight);
  if (exchange) log.upsert({ ...exchange, failure, preflight: createPreflight(preflight) });
}
