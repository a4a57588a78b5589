// What the panel says of the chart of calls: of one step of it, and of all.

import type { Chart, ChartBucket } from '../../core/session/chart.ts';
import { count, formatSeconds, formatTime } from '../lib/format.ts';

/** `3 × 429, 1 × 503`; empty where there was none. */
export function formatRejections({ refused429, failed503 }: ChartBucket): string {
  return [
    ...(refused429 > 0 ? [`${count(refused429)} × 429`] : []),
    ...(failed503 > 0 ? [`${count(failed503)} × 503`] : []),
  ].join(', ');
}

/** A step in full, for who points at it. */
export function formatBucket({ fromMs, calls, rate, lowestRemaining, answers }: ChartBucket, nowMs: number): string {
  const parts = [
    formatTime(fromMs, nowMs),
    `${count(calls)} ${calls === 1 ? 'call' : 'calls'}`,
    `${count(rate)} in a minute`,
    lowestRemaining === undefined ? 'left not told' : `${count(lowestRemaining)} left`,
    ...answers.slice(0, 4).map(([status, number]) => `${count(number)} × ${status || 'no answer'}`),
  ];
  return parts.join(' · ');
}

/** The whole chart in a sentence, for who does not see it. */
export function describeChart({ buckets, bucketMs, highestRate }: Chart, name: string): string {
  const calls = sum(buckets, ({ calls }) => calls);
  const told = buckets.flatMap(({ lowestRemaining }) => lowestRemaining ?? []);
  const least = told.length > 0 ? `, ${count(Math.min(...told))} left at least` : '';
  const refused = sum(buckets, ({ refused429, failed503 }) => refused429 + failed503);
  const time = formatSeconds((buckets.length * bucketMs) / 1000);
  return `Calls of ${name} over ${time}: ${count(calls)}, at most ${count(highestRate)} in a minute${least}, ${count(refused)} answered 429 or 503`;
}

function sum(steps: readonly ChartBucket[], value: (step: ChartBucket) => number): number {
  return steps.reduce((before, step) => before + value(step), 0);
}
