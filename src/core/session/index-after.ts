// Finds a time in requests sorted by start time.

import { lowerBound } from '../text/binary-search.ts';
import type { SessionCall } from './session-call.ts';

/** Index of the first request that started after `ms`, or their count. */
export function indexAfter(calls: readonly SessionCall[], ms: number): number {
  return lowerBound(calls.length, (i) => !((calls[i] as SessionCall).startedMs <= ms));
}
