// The order of exchanges in time.

import type { Exchange } from './exchange.ts';

/** Sorts by the time exchanges began, those whose time is unknown last. */
export function compareTime(a: Pick<Exchange, 'startedMs'>, b: Pick<Exchange, 'startedMs'>): number {
  return compareStartMs(a.startedMs, b.startedMs);
}

/** The same for times in milliseconds, `NaN` for an unknown one. */
export function compareStartMs(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
