// The calls over time, in so few steps that they can be drawn at once, however many calls there are.

import { indexAfter } from './index-after.ts';
import type { SessionCall } from './session-call.ts';

export interface Chart {
  /** How long a step lasts, ms. */
  readonly stepMs: number;
  /** Without gaps, from the first to the last. */
  readonly steps: readonly ChartBucket[];
  /** The highest `rate` of them. */
  readonly highestRate: number;
}

export interface ChartBucket {
  /** When it begins, ms since the epoch. */
  readonly fromMs: number;
  /** That began in it. */
  readonly calls: number;
  /** The most calls in any minute that ends in it. */
  readonly rate: number;
  /** The least that `X-MinLimit-Remaining` told in it. */
  readonly left: number | undefined;
  readonly refused429: number;
  readonly failed503: number;
  /** How often each status came; 0 for calls that the browser failed. */
  readonly answers: readonly (readonly [status: number, count: number])[];
  /** The call to show for it: the first that met 429 or 503, or else the first. */
  readonly callId: number | undefined;
}

/** `calls` by the time they began. What began before `sinceMs` or from `untilMs` on is left out, but for its part in the first minute. */
export function buildChart(calls: readonly SessionCall[], sinceMs: number, untilMs: number): Chart {
  const stepMs = stepFor(untilMs - sinceMs);
  const firstMs = Math.floor(sinceMs / stepMs) * stepMs;
  const length = Math.max(1, Math.ceil((untilMs - firstMs) / stepMs));
  const steps: ChartBucket[] = [];
  let next = indexAfter(calls, firstMs - 1);
  // The oldest call of the minute that is looked at.
  let oldest = indexAfter(calls, firstMs - minuteMs);
  let highestRate = 0;
  for (let i = 0; i < length; i++) {
    const step = emptyStep(firstMs + i * stepMs);
    const endMs = step.fromMs + stepMs;
    while (oldest < next && (calls[oldest] as SessionCall).startedMs <= step.fromMs - minuteMs) oldest++;
    let rate = next - oldest;
    for (; next < calls.length; next++) {
      const call = calls[next] as SessionCall;
      if (call.startedMs >= endMs) break;
      while ((calls[oldest] as SessionCall).startedMs <= call.startedMs - minuteMs) oldest++;
      if (next - oldest >= rate) rate = next - oldest + 1;
      count(step, call);
    }
    step.rate = rate;
    highestRate = Math.max(highestRate, rate);
    steps.push(step);
  }
  return { stepMs, steps, highestRate };
}

/** The call that began nearest to `ms`. */
export function nearestCall(calls: readonly SessionCall[], ms: number): SessionCall | undefined {
  const after = indexAfter(calls, ms);
  const [before, next] = [calls[after - 1], calls[after]];
  if (before === undefined || next === undefined) return before ?? next;
  return ms - before.startedMs <= next.startedMs - ms ? before : next;
}

/** The step that `ms` is in; `undefined` beyond either end. */
export function bucketAt({ stepMs, steps }: Chart, ms: number): ChartBucket | undefined {
  const [first] = steps;
  return first && steps[Math.floor((ms - first.fromMs) / stepMs)];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const MAX_BUCKETS = 400;
const niceSteps = [10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400].map((each) => each * 1000);

/** Ten seconds, or the next longer that makes few enough steps. */
function stepFor(spanMs: number): number {
  const least = spanMs / MAX_BUCKETS;
  return niceSteps.find((each) => each >= least) ?? Math.ceil(least / dayMs) * dayMs;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };
type GrowingStep = Growing<Omit<ChartBucket, 'answers'>> & { answers: [status: number, count: number][] };

function emptyStep(fromMs: number): GrowingStep {
  return { fromMs, calls: 0, rate: 0, left: undefined, refused429: 0, failed503: 0, answers: [], callId: undefined };
}

function count(step: GrowingStep, { id, status, minuteLeft }: SessionCall): void {
  step.calls++;
  if (minuteLeft !== undefined && (step.left === undefined || minuteLeft < step.left)) step.left = minuteLeft;
  const isMarked = status === 429 || status === 503;
  if (step.callId === undefined || (isMarked && step.refused429 + step.failed503 === 0)) step.callId = id;
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
