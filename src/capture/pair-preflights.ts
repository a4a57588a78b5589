// Pairs preflights with their requests, whichever is reported first, so both are shown as one exchange.

import type { Entry } from 'har-format';
import { requestedMethod } from './cors.ts';
import { createPendingQueue } from './pending-queue.ts';

export interface PreflightPairing {
  /** `id` is that of the exchange that already represents the blocked request. */
  add(entry: Entry, id: number | undefined): void;
  /** Removes and returns the preflight of this request, `undefined` if there is none. */
  take(request: Entry): PendingPreflight | undefined;
  /** Whether a rejected preflight is waiting for this request. */
  wasRejected(request: Entry): boolean;
  /** Adds a request without a response or a known preflight: a busy Chromium may report it before its preflight. */
  addRequest(entry: Entry, id: number): void;
  /** Removes and returns the request of this preflight, if that was reported before it. */
  takeRequest(preflight: Entry): PendingRequest | undefined;
  clear(): void;
}

interface PendingPreflight {
  readonly entry: Entry;
  readonly id: number | undefined;
}

export interface PendingRequest {
  readonly entry: Entry;
  readonly id: number;
}

const MAX_PENDING = 200;
const MIN_PREFLIGHT_LAG_MS = -50;
/** A preflight begins with its request or slightly later. Firefox gives a blocked request no duration. */
export const MAX_PREFLIGHT_LAG_MS = 2_000;

export function createPreflightPairing(): PreflightPairing {
  const preflights = createPendingQueue<PendingPreflight>(MAX_PENDING);
  const requests = createPendingQueue<PendingRequest>(MAX_PENDING);
  return {
    add: (entry, id) => preflights.add({ entry, id }),
    take: (request) => preflights.take(({ entry }) => isPair(entry, request)),
    wasRejected: (request) => preflights.some(({ entry, id }) => id !== undefined && isPair(entry, request)),
    addRequest: (entry, id) => requests.add({ entry, id }),
    takeRequest: (preflight) => requests.take(({ entry }) => isPair(preflight, entry)),
    clear() {
      preflights.clear();
      requests.clear();
    },
  };
}

function isPair(preflight: Entry, entry: Entry): boolean {
  if (preflight.request.url !== entry.request.url) return false;
  if (requestedMethod(preflight).toUpperCase() !== entry.request.method.toUpperCase()) return false;
  const lag = Date.parse(preflight.startedDateTime) - Date.parse(entry.startedDateTime);
  return lag >= MIN_PREFLIGHT_LAG_MS && lag <= Math.max(0, entry.time) + MAX_PREFLIGHT_LAG_MS;
}
