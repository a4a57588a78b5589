// Pairs preflights with their requests, whichever is reported first, so both are shown as one exchange.

import type { Entry } from 'har-format';
import { requestedMethod } from './cors.ts';
import { createPendingQueue } from './pending-queue.ts';

export interface PreflightPairing {
  /** `id` is that of the exchange that already represents the refused request. */
  add(entry: Entry, id: number | undefined): void;
  /** Removes and returns the preflight of this request, `undefined` if none was seen. */
  take(call: Entry): WaitingPreflight | undefined;
  /** Whether a refused preflight waits for this request. */
  refused(call: Entry): boolean;
  /** Adds a request without a response whose preflight was not seen: a busy Chromium reports it before its preflight. */
  addCall(entry: Entry, id: number): void;
  /** Removes and returns the request of this preflight, if that was reported before it. */
  takeCall(preflight: Entry): WaitingCall | undefined;
}

interface WaitingPreflight {
  readonly entry: Entry;
  readonly id: number | undefined;
}

export interface WaitingCall {
  readonly entry: Entry;
  readonly id: number;
}

const MAX_PENDING = 200;
const earliestMs = -50;
/** A preflight begins with its request or slightly later. Firefox gives a refused request no duration. */
export const MAX_PREFLIGHT_LAG_MS = 2_000;

export function createPreflightPairing(): PreflightPairing {
  const preflights = createPendingQueue<WaitingPreflight>(MAX_PENDING);
  const calls = createPendingQueue<WaitingCall>(MAX_PENDING);
  return {
    add: (entry, id) => preflights.add({ entry, id }),
    take: (call) => preflights.take(({ entry }) => isPair(entry, call)),
    refused: (call) => preflights.some(({ entry, id }) => id !== undefined && isPair(entry, call)),
    addCall: (entry, id) => calls.add({ entry, id }),
    takeCall: (preflight) => calls.take(({ entry }) => isPair(preflight, entry)),
  };
}

function isPair(preflight: Entry, call: Entry): boolean {
  if (preflight.request.url !== call.request.url) return false;
  if (requestedMethod(preflight).toUpperCase() !== call.request.method.toUpperCase()) return false;
  const lag = Date.parse(preflight.startedDateTime) - Date.parse(call.startedDateTime);
  return lag >= earliestMs && lag <= Math.max(0, call.time) + MAX_PREFLIGHT_LAG_MS;
}
