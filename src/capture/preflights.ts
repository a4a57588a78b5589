// Remembers preflights until the calls that they ask for are heard, and calls until their preflights are, so that both are shown as one.

import type { Entry } from 'har-format';
import { askedMethod } from './cors.ts';

export interface Preflights {
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

export interface WaitingPreflight {
  readonly entry: Entry;
  readonly id: number | undefined;
}

export interface WaitingCall {
  readonly entry: Entry;
  readonly id: number;
}

const mostWaiting = 200;
/** A preflight begins with its call or a little later. A refused call has no time of its own in Firefox. */
const earliestMs = -50;
const latestMs = 2_000;

export function rememberPreflights(): Preflights {
  let waiting: WaitingPreflight[] = [];
  let calls: WaitingCall[] = [];
  return {
    add(entry, id) {
      waiting = [...waiting.slice(1 - mostWaiting), { entry, id }];
    },
    take(call) {
      const found = waiting.find(({ entry }) => belongs(entry, call));
      if (found) waiting = waiting.filter((each) => each !== found);
      return found;
    },
    refused: (call) => waiting.some(({ entry, id }) => id !== undefined && belongs(entry, call)),
    addCall(entry, id) {
      calls = [...calls.slice(1 - mostWaiting), { entry, id }];
    },
    takeCall(preflight) {
      const found = calls.find(({ entry }) => belongs(preflight, entry));
      if (found) calls = calls.filter((each) => each !== found);
      return found;
    },
  };
}

function belongs(preflight: Entry, call: Entry): boolean {
  if (preflight.request.url !== call.request.url) return false;
  if (askedMethod(preflight).toUpperCase() !== call.request.method.toUpperCase()) return false;
  const lag = Date.parse(preflight.startedDateTime) - Date.parse(call.startedDateTime);
  return lag >= earliestMs && lag <= Math.max(0, call.time) + latestMs;
}
