// Records an entry in the log if it is a request to Xero Projects, and counts it otherwise.

import { isWebSocketToXero } from '../core/match/is-web-socket-to-xero.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import type { CaptureState } from './capture-state.ts';
import { isPreflight, preflightAllows, requestedMethod } from './cors.ts';
import type { BrowserEntry } from './har-entry.ts';
import { recordPreflight } from './record-preflight.ts';
import { recordRequest } from './record-request.ts';

/** Returns the id of a recorded request, `undefined` for a preflight and for everything that is not recorded. */
export function recordEntry(state: CaptureState, entry: BrowserEntry): number | undefined {
  const startedMs = Date.parse(entry.startedDateTime);
  if (!state.isCurrentPage(startedMs)) return undefined;
  if (state.isRecording(startedMs)) {
    const id = recordMatching(state, entry);
    state.onResponse(entry, id);
    return id;
  }
  countIgnored(state, entry);
  return undefined;
}

function recordMatching(state: CaptureState, entry: BrowserEntry): number | undefined {
  const { connections, traffic } = state;
  const { url } = entry.request;
  const method = isPreflight(entry) ? requestedMethod(entry) : entry.request.method;
  const match = matchOperation(method, url, state.mappings()) ?? connections.match(entry);
  if (match === undefined) {
    countUnrelated(state, entry);
    return undefined;
  }
  traffic.countMatched(entry);
  const id = isPreflight(entry) ? recordPreflight(state, entry, match) : recordRequest(state, entry, match);
  for (const earlier of connections.addPrefix(url)) recordEntry(state, earlier);
  return id;
}

/** The count helps to explain an empty list. */
function countIgnored(state: CaptureState, entry: BrowserEntry): void {
  const { connections, ignoredPreflights, log, traffic } = state;
  const { method, url } = entry.request;
  if (matchOperation(method, url, state.mappings()) === undefined && !connections.isKnown(entry)) {
    countUnrelated(state, entry);
    return;
  }
  if (isPreflight(entry)) {
    // Its request is reported too; the request of a rejected preflight only by Chromium.
    if (entry.response.status === 0 || preflightAllows(entry)) return;
    ignoredPreflights.add(entry, undefined);
  } else if (ignoredPreflights.take(entry)) return;
  traffic.countMatched(entry);
  log.countIgnored();
}

function countUnrelated({ log, mappings, traffic }: CaptureState, entry: BrowserEntry): void {
  if (isWebSocketToXero(entry.request.url, mappings())) traffic.countWebSocket();
  log.notifyUnrelated(traffic.countUnrelated(entry));
}
