// Limits how often something happens: a burst at once, then a few per second.

export interface Budget {
  take(nowMs: number): void;
  /** When the next call of `take` is allowed; in the past if it already is. */
  availableMs(): number;
}

export function createBudget(maxBurst: number, perSecond: number): Budget {
  const intervalMs = 1_000 / perSecond;
  /** When the burst is fully available again. */
  let fullMs = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs) {
      fullMs = Math.max(fullMs, nowMs) + intervalMs;
    },
    availableMs: () => fullMs - (maxBurst - 1) * intervalMs,
  };
}
