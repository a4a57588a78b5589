// Describes the chart of requests, or one of its buckets, in words.

import type { Chart, ChartBucket } from '../../core/session/chart.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { formatSeconds } from '../../core/text/format-seconds.ts';
import { plural } from '../../core/text/plural.ts';
import { formatTime } from '../lib/format.ts';

/** `3 × 429, 1 × 503`; empty if there was none. */
export function formatRejections({ count429, count503 }: ChartBucket): string {
  return [
    ...(count429 > 0 ? [`${formatInteger(count429)} × 429`] : []),
    ...(count503 > 0 ? [`${formatInteger(count503)} × 503`] : []),
  ].join(', ');
}

/** The bucket under the pointer. */
export function formatBucket(
  { fromMs, requestCount, rate, lowestRemaining, statusCounts }: ChartBucket,
  nowMs: number,
): string {
  const parts = [
    formatTime(fromMs, nowMs),
    plural(requestCount, 'request'),
    `${formatInteger(rate)} per minute`,
    lowestRemaining === undefined ? 'remaining unknown' : `${formatInteger(lowestRemaining)} remaining`,
    ...statusCounts.slice(0, 4).map(([status, number]) => `${formatInteger(number)} × ${status || 'no response'}`),
  ];
  return parts.join(' · ');
}

/** The chart in one sentence, for screen readers. */
export function describeChart({ buckets, bucketMs, highestRate }: Chart, name: string): string {
  const requestCount = sum(buckets, ({ requestCount }) => requestCount);
  const remaining = buckets.flatMap(({ lowestRemaining }) => lowestRemaining ?? []);
  const lowest = remaining.length > 0 ? `, at least ${formatInteger(Math.min(...remaining))} remaining` : '';
  const refused = sum(buckets, ({ count429, count503 }) => count429 + count503);
  const time = formatSeconds((buckets.length * bucketMs) / 1000);
  return `${plural(requestCount, 'request')} for ${name} in ${time}, at most ${formatInteger(highestRate)} per minute${lowest}, ${plural(refused, 'response')} with 429 or 503`;
}

function sum(steps: readonly ChartBucket[], value: (step: ChartBucket) => number): number {
  return steps.reduce((before, step) => before + value(step), 0);
}
