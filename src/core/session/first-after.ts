// Finds a moment in calls that are in the order of time.

import type { SessionCall } from './session-call.ts';

/** The index of the first call that began after `ms`; how many there are where none did. */
export function firstAfter(calls: readonly SessionCall[], ms: number): number {
  let [from, to] = [0, calls.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((calls[middle] as SessionCall).startedMs <= ms) from = middle + 1;
    else to = middle;
  }
  return from;
}
