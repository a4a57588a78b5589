// Describes the chart of requests, or one of its buckets, in words.

import type { Chart, ChartBucket } from '../../core/session/chart.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { plural } from '../../core/text/plural.ts';
import { formatSeconds, formatTime } from '../lib/format.ts';

/** `3 × 429, 1 × 503`; empty if there was none. */
export function formatRejections({ refused429, failed503 }: ChartBucket): string {
  return [
    ...(refused429 > 0 ? [`${formatInteger(refused429)} × 429`] : []),
    ...(failed503 > 0 ? [`${formatInteger(failed503)} × 503`] : []),
  ].join(', ');
}

/** The bucket under the pointer. */
export function formatBucket({ fromMs, calls, rate, lowestRemaining, answers }: ChartBucket, nowMs: number): string {
  const parts = [
    formatTime(fromMs, nowMs),
    plural(calls, 'call'),
    `${formatInteger(rate)} in a minute`,
    lowestRemaining === undefined ? 'left not told' : `${formatInteger(lowestRemaining)} left`,
    ...answers.slice(0, 4).map(([status, number]) => `${formatInteger(number)} × ${status || 'no answer'}`),
  ];
  return parts.join(' · ');
}

/** The chart in one sentence, for screen readers. */
export function describeChart({ buckets, bucketMs, highestRate }: Chart, name: string): string {
  const calls = sum(buckets, ({ calls }) => calls);
  const remaining = buckets.flatMap(({ lowestRemaining }) => lowestRemaining ?? []);
  const least = remaining.length > 0 ? `, ${formatInteger(Math.min(...remaining))} left at least` : '';
  const refused = sum(buckets, ({ refused429, failed503 }) => refused429 + failed503);
  const time = formatSeconds((buckets.length * bucketMs) / 1000);
  return `Calls of ${name} over ${time}: ${formatInteger(calls)}, at most ${formatInteger(highestRate)} in a minute${least}, ${formatInteger(refused)} answered 429 or 503`;
}

function sum(steps: readonly ChartBucket[], value: (step: ChartBucket) => number): number {
  return steps.reduce((before, step) => before + value(step), 0);
}
