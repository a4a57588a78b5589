// Requests over time in at most 400 buckets, however many requests there are.

import { DAY_MS, MINUTE_MS } from '../text/time.ts';
import type { ExchangeSummary } from './exchange-summary.ts';
import { indexAfter } from './index-after.ts';

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
  readonly requestCount: number;
  /** The highest number of requests in any minute that ends in it. */
  readonly rate: number;
  /** The lowest `X-MinLimit-Remaining` in it. */
  readonly lowestRemaining: number | undefined;
  readonly count429: number;
  readonly count503: number;
  /** Count of each status; 0 for requests that failed in the browser. */
  readonly statusCounts: readonly (readonly [status: number, count: number])[];
  /** The request to open for it: the first 429 or 503, or else the first. */
  readonly exchangeId: number | undefined;
}

/** `exchanges` by start time. Those before `sinceMs` count only in the rate of the first minute; those from `untilMs` on are left out. */
export function buildChart(exchanges: readonly ExchangeSummary[], sinceMs: number, untilMs: number): Chart {
  const bucketMs = chooseBucketMs(untilMs - sinceMs);
  const firstMs = Math.floor(sinceMs / bucketMs) * bucketMs;
  const length = Math.max(1, Math.ceil((untilMs - firstMs) / bucketMs));
  const buckets: ChartBucket[] = [];
  let next = indexAfter(exchanges, firstMs - 1);
  // Start of the sliding minute.
  let oldest = indexAfter(exchanges, firstMs - MINUTE_MS);
  let highestRate = 0;
  for (let i = 0; i < length; i++) {
    const bucket = emptyBucket(firstMs + i * bucketMs);
    const endMs = bucket.fromMs + bucketMs;
    while (oldest < next && (exchanges[oldest] as ExchangeSummary).startedMs <= bucket.fromMs - MINUTE_MS) oldest++;
    let rate = next - oldest;
    for (; next < exchanges.length; next++) {
      const summary = exchanges[next] as ExchangeSummary;
      if (summary.startedMs >= endMs) break;
      while ((exchanges[oldest] as ExchangeSummary).startedMs <= summary.startedMs - MINUTE_MS) oldest++;
      if (next - oldest >= rate) rate = next - oldest + 1;
      count(bucket, summary);
    }
    bucket.rate = rate;
    highestRate = Math.max(highestRate, rate);
    buckets.push(bucket);
  }
  return { bucketMs, buckets, highestRate };
}

/** The request whose start is closest to `ms`. */
export function nearestExchange(exchanges: readonly ExchangeSummary[], ms: number): ExchangeSummary | undefined {
  const after = indexAfter(exchanges, ms);
  const [before, next] = [exchanges[after - 1], exchanges[after]];
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
type MutableBucket = Mutable<Omit<ChartBucket, 'statusCounts'>> & { statusCounts: [status: number, count: number][] };

function emptyBucket(fromMs: number): MutableBucket {
  return {
    fromMs,
    requestCount: 0,
    rate: 0,
    lowestRemaining: undefined,
    count429: 0,
    count503: 0,
    statusCounts: [],
    exchangeId: undefined,
  };
}

function count(bucket: MutableBucket, { id, status, minuteRemaining }: ExchangeSummary): void {
  bucket.requestCount++;
  if (
    minuteRemaining !== undefined &&
    (bucket.lowestRemaining === undefined || minuteRemaining < bucket.lowestRemaining)
  )
    bucket.lowestRemaining = minuteRemaining;
  const isRateLimited = status === 429 || status === 503;
  if (bucket.exchangeId === undefined || (isRateLimited && bucket.count429 + bucket.count503 === 0))
    bucket.exchangeId = id;
  if (status === 429) bucket.count429++;
  if (status === 503) bucket.count503++;
  for (const entry of bucket.statusCounts) {
    if (entry[0] === status) {
      entry[1]++;
      return;
    }
  }
  bucket.statusCounts.push([status, 1]);
}
