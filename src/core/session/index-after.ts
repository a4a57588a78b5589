// Finds a moment in calls that are in the order of time.

import { lowerBound } from '../text/binary-search.ts';
import type { SessionCall } from './session-call.ts';

/** The index of the first call that began after `ms`; how many there are where none did. */
export function indexAfter(calls: readonly SessionCall[], ms: number): number {
  return lowerBound(calls.length, (i) => !((calls[i] as SessionCall).startedMs <= ms));
}
