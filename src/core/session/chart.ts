// Requests over time in at most 400 buckets, however many requests there are.

import { DAY_MS, MINUTE_MS } from '../text/time.ts';
import { indexAfter } from './index-after.ts';
import type { SessionCall } from './session-call.ts';

export interface Chart {
  /** Width of a bucket, ms. */
  readonly bucketMs: number;
  /** Without gaps, in order of time. */
  readonly buckets: readonly ChartBucket[];
  /** The highest `rate` of them. */
  readonly highestRate: number;
}

export interface ChartBucket {
  /** Start of the bucket, ms since the epoch. */
  readonly fromMs: number;
  /** Requests that started in it. */
  readonly calls: number;
  /** The highest number of requests in any minute that ends in it. */
  readonly rate: number;
  /** The lowest `X-MinLimit-Remaining` in it. */
  readonly lowestRemaining: number | undefined;
  readonly refused429: number;
  readonly failed503: number;
  /** Count of each status; 0 for requests that failed in the browser. */
  readonly answers: readonly (readonly [status: number, count: number])[];
  /** The request to open for it: the first 429 or 503, or else the first. */
  readonly callId: number | undefined;
}

/** `calls` by start time. Those before `sinceMs` count only in the rate of the first minute; those from `untilMs` on are left out. */
export function buildChart(calls: readonly SessionCall[], sinceMs: number, untilMs: number): Chart {
  const bucketMs = chooseBucketMs(untilMs - sinceMs);
  const firstMs = Math.floor(sinceMs / bucketMs) * bucketMs;
  const length = Math.max(1, Math.ceil((untilMs - firstMs) / bucketMs));
  const buckets: ChartBucket[] = [];
  let next = indexAfter(calls, firstMs - 1);
  // Start of the sliding minute.
  let oldest = indexAfter(calls, firstMs - MINUTE_MS);
  let highestRate = 0;
  for (let i = 0; i < length; i++) {
    const step = emptyBucket(firstMs + i * bucketMs);
    const endMs = step.fromMs + bucketMs;
    while (oldest < next && (calls[oldest] as SessionCall).startedMs <= step.fromMs - MINUTE_MS) oldest++;
    let rate = next - oldest;
    for (; next < calls.length; next++) {
      const call = calls[next] as SessionCall;
      if (call.startedMs >= endMs) break;
      while ((calls[oldest] as SessionCall).startedMs <= call.startedMs - MINUTE_MS) oldest++;
      if (next - oldest >= rate) rate = next - oldest + 1;
      count(step, call);
    }
    step.rate = rate;
    highestRate = Math.max(highestRate, rate);
    buckets.push(step);
  }
  return { bucketMs, buckets, highestRate };
}

/** The request whose start is closest to `ms`. */
export function nearestCall(calls: readonly SessionCall[], ms: number): SessionCall | undefined {
  const after = indexAfter(calls, ms);
  const [before, next] = [calls[after - 1], calls[after]];
  if (before === undefined || next === undefined) return before ?? next;
  return ms - before.startedMs <= next.startedMs - ms ? before : next;
}

/** The bucket that contains `ms`; `undefined` outside the chart. */
export function bucketAt({ bucketMs, buckets }: Chart, ms: number): ChartBucket | undefined {
  const [first] = buckets;
  return first && buckets[Math.floor((ms - first.fromMs) / bucketMs)];
}

const MAX_BUCKETS = 400;
const BUCKET_SIZES_MS = [10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400].map(
  (each) => each * 1000,
);

/** The smallest size that gives at most MAX_BUCKETS. */
function chooseBucketMs(spanMs: number): number {
  const minMs = spanMs / MAX_BUCKETS;
  return BUCKET_SIZES_MS.find((each) => each >= minMs) ?? Math.ceil(minMs / DAY_MS) * DAY_MS;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type MutableBucket = Mutable<Omit<ChartBucket, 'answers'>> & { answers: [status: number, count: number][] };

function emptyBucket(fromMs: number): MutableBucket {
  return {
    fromMs,
    calls: 0,
    rate: 0,
    lowestRemaining: undefined,
    refused429: 0,
    failed503: 0,
    answers: [],
    callId: undefined,
  };
}

function count(step: MutableBucket, { id, status, minuteRemaining }: SessionCall): void {
  step.calls++;
  if (minuteRemaining !== undefined && (step.lowestRemaining === undefined || minuteRemaining < step.lowestRemaining))
    step.lowestRemaining = minuteRemaining;
  const isRateLimited = status === 429 || status === 503;
  if (step.callId === undefined || (isRateLimited && step.refused429 + step.failed503 === 0)) step.callId = id;
  if (status === 429) step.refused429++;
  if (status === 503) step.failed503++;
  for (const answer of step.answers) {
    if (answer[0] === status) {
      answer[1]++;
      return;
    }
  }
  step.answers.push([status, 1]);
}
