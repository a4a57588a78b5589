// The time range that the chart shows.

import { HOUR_MS } from '../text/time.ts';
import type { ExchangeSummary } from './exchange-summary.ts';

export type ChartRange = '5min' | 'hour' | 'all';

/** Start and end, rounded to ten seconds so that they stay equal between renders. `now` and `exchanges` may be of any time. */
export function chartDomain(
  range: ChartRange,
  exchanges: readonly ExchangeSummary[],
  nowMs: number,
): { sinceMs: number; untilMs: number } {
  const [first, last] = [exchanges[0], exchanges.at(-1)];
  if (range !== 'all' || first === undefined || last === undefined) {
    const untilMs = endOfStep(nowMs);
    return { sinceMs: untilMs - (range === 'hour' ? HOUR_MS : MIN_SPAN_MS), untilMs };
  }
  const untilMs = endOfStep(last.startedMs);
  return { sinceMs: Math.min(Math.floor(first.startedMs / STEP_MS) * STEP_MS, untilMs - MIN_SPAN_MS), untilMs };
}

const STEP_MS = 10_000;
const MIN_SPAN_MS = 300_000;

/** The end of the ten seconds that contain `ms`. */
function endOfStep(ms: number): number {
  return (Math.floor(ms / STEP_MS) + 1) * STEP_MS;
}
