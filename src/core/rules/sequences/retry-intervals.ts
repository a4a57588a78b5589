// The delays between attempts.

import type { Attempts } from '../../session/attempts.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';

export interface RetryInterval {
  readonly failed: ExchangeSummary;
  readonly again: ExchangeSummary;
  /** From the end of the failed request to the start of the next, ms; negative if they overlap. */
  readonly ms: number;
}

/** One fewer than attempts. */
export function retryIntervals(attempts: Attempts | undefined): RetryInterval[] {
  const exchanges = attempts?.exchanges ?? [];
  return exchanges.slice(1).map((again, i) => {
    const failed = exchanges[i] as ExchangeSummary;
    return { failed, again, ms: again.startedMs - failed.endMs };
  });
}

/** `400 ms`, `1.9 s`, `12 s`, `3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const value = ms / 1000;
  if (value < 10) return `${value.toFixed(1)} s`;
  return value < 600 ? `${Math.round(value)} s` : `${Math.round(value / 60)} min`;
}
