// Remembers preflights until the calls that they ask for are heard, and calls until their preflights are, so that both are shown as one.

import type { Entry } from 'har-format';
import { requestedMethod } from './cors.ts';
import { createPendingQueue } from './pending-queue.ts';

export interface PreflightPairing {
  /** `id`: of the exchange that already stands for the refused call. */
  add(entry: Entry, id: number | undefined): void;
  /** The preflight of this call, once; `undefined` where none was seen. */
  take(call: Entry): WaitingPreflight | undefined;
  /** Whether a refused preflight waits for this call. */
  refused(call: Entry): boolean;
  /** A call without an answer whose preflight was not seen: a busy Chromium tells of it before its preflight. */
  addCall(entry: Entry, id: number): void;
  /** The call that this preflight asked for, if that was heard before it, once. */
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
/** A preflight begins with its call or a little later. A refused call has no time of its own in Firefox. */
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
