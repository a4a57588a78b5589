// How much of each rate limit remains: from the last headers and the requests since, or counted when no headers arrived.

import { type RateLimitRow, rateLimits } from '../../catalogue/rate-limits.ts';
import { DAY_MS, MINUTE_MS } from '../text/time.ts';
import { indexAfter } from './index-after.ts';
import type { Session, TenantCalls } from './session.ts';
import { isBefore, type SessionCall } from './session-call.ts';

export interface LimitState {
  readonly row: RateLimitRow;
  /** The limit for this tenant. A guess while `isLimitKnown` is false: the app's tier is still unknown. */
  readonly limit: number;
  readonly isLimitKnown: boolean;
  /** 0 to `limit`. */
  readonly remaining: number;
  /** `told`: from the last response's headers, minus the requests since. `counted`: estimated from captured requests. */
  readonly basis: 'reported' | 'estimated';
  /** Time of the last headers, ms since the epoch. */
  readonly reportedAtMs: number | undefined;
  /** When requests are accepted again, if the limit was reached and a time is known. */
  readonly blockedUntilMs: number | undefined;
  /** The last request that exceeded it, within its window and unless its Retry-After is over. */
  readonly refusedMs: number | undefined;
  /** Requests per minute, over the last 30 s. */
  readonly callsPerMinute: number;
  /** When the limit is exhausted at this pace. `undefined`: not within its window, or already. */
  readonly exhaustedAtMs: number | undefined;
  /** Contradictions in the headers, in sentences. */
  readonly warning: string | undefined;
}

/** The limits of one tenant at `nowMs`. */
export function tenantLimits(session: Session, tenant: string, nowMs: number, rows = rateLimits): LimitState[] {
  const own = session.tenants.get(tenant);
  const known = own ?? { calls: [], refused: new Map() };
  return rows.filter(({ per }) => per === 'tenant').map((row) => stateOf(row, known, own, nowMs));
}

/** The limits that all tenants of the app share, at `nowMs`. */
export function appLimits(session: Session, nowMs: number, rows = rateLimits): LimitState[] {
  return rows.filter(({ per }) => per === 'app').map((row) => stateOf(row, session, undefined, nowMs));
}

/** The last request whose Retry-After ends after `endedAfterMs`, unless a request was accepted since. */
export function activeRetryAfter(
  calls: readonly SessionCall[],
  nowMs: number,
  { endedAfterMs = nowMs, matches = () => true }: WaitOptions = {},
): SessionCall | undefined {
  for (let i = countUntil(calls, nowMs) - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    // The longest window is a day.
    if (call.startedMs < nowMs - DAY_MS || isAccepted(call)) return undefined;
    if (hasStatusWithRetryAfter(call) && matches(call) && waitEndMs(call) > endedAfterMs) return call;
  }
  return undefined;
}

interface WaitOptions {
  /** ms since the epoch. Defaults to now: waits that aren't over. */
  readonly endedAfterMs?: number;
  readonly matches?: (call: SessionCall) => boolean;
}

export function waitEndMs({ endMs, retryAfterSeconds = 0 }: SessionCall): number {
  return endMs + retryAfterSeconds * 1000;
}

const PACE_WINDOW_MS = 30_000;
/** The browser's clock may be slightly ahead of the panel's. */
const CLOCK_TOLERANCE_MS = 5_000;

/** How many requests started by now. Later ones are dated in the future: the clock was set back. */
function countUntil(calls: readonly SessionCall[], nowMs: number): number {
  return indexAfter(calls, nowMs + CLOCK_TOLERANCE_MS);
}

/** How many requests are dated in the future. No limit counts them. */
export function futureDatedCount(calls: readonly SessionCall[], nowMs: number): number {
  return calls.length - countUntil(calls, nowMs);
}

function hasStatusWithRetryAfter({ status, retryAfterSeconds }: SessionCall): boolean {
  return (status === 429 || status === 503) && retryAfterSeconds !== undefined;
}

function isAccepted({ failed, minuteRemaining }: SessionCall): boolean {
  return !failed && minuteRemaining !== 0;
}

function stateOf(
  row: RateLimitRow,
  { calls: all, refused }: Pick<Session, 'calls' | 'refused'>,
  tenant: TenantCalls | undefined,
  nowMs: number,
): LimitState {
  const calls = { all, end: countUntil(all, nowMs) };
  const refusal = lastRefusal(row, refused, calls, nowMs);
  const blockedUntilMs = refusal?.isActive ? waitEndMs(refusal.call) : undefined;
  if (row.windowSeconds === 0) {
    const { limit } = row;
    const remaining = Math.max(0, limit - peakInFlight(calls, nowMs - MINUTE_MS));
    const refusedMs = refusal?.call.startedMs;
    const warning = describeOddities(limit, undefined, remaining, refusal);
    return { row, limit, isLimitKnown: true, remaining, ...NO_PACE, blockedUntilMs, refusedMs, warning };
  }
  const { limit, isLimitKnown } = tierLimit(row, tenant);
  const windowMs = row.windowSeconds * 1000;
  // A new window starts when a wait is over.
  const fromMs = Math.max(nowMs - windowMs, refusal?.overMs ?? 0);
  const last = lastReported(row, calls, fromMs);
  const since = countSince(row, calls, last ? last.call.endMs : fromMs);
  const left = Math.min(limit, Math.max(0, (last?.left ?? limit) - since));
  const callsPerMinute = (countSince(row, calls, nowMs - PACE_WINDOW_MS) * MINUTE_MS) / PACE_WINDOW_MS;
  return {
    row,
    limit,
    isLimitKnown,
    remaining: blockedUntilMs === undefined ? left : 0,
    basis: last ? 'reported' : 'estimated',
    reportedAtMs: last?.call.endMs,
    blockedUntilMs,
    refusedMs: refusal?.overMs === undefined ? refusal?.call.startedMs : undefined,
    callsPerMinute,
    exhaustedAtMs: blockedUntilMs === undefined ? exhaustionMs(left, callsPerMinute, windowMs, nowMs) : undefined,
    warning: describeOddities(limit, last?.left, left, refusal),
  };
}

/** A view of the requests without a copy: those from `end` on are dated in the future. */
interface CallsUntilNow {
  readonly all: readonly SessionCall[];
  readonly end: number;
}

/** Only finished requests are known, so concurrency is the peak of the last minute. */
const NO_PACE = { basis: 'estimated', reportedAtMs: undefined, callsPerMinute: 0, exhaustedAtMs: undefined } as const;

/** The header reveals the tier: more than 1,000 remaining isn't Starter. */
function tierLimit({ limit, starterLimit }: RateLimitRow, tenant: TenantCalls | undefined) {
  if (starterLimit === undefined) return { limit, isLimitKnown: true };
  const highest = tenant?.highestDayRemaining;
  if (highest === undefined) return { limit, isLimitKnown: false };
  return highest > starterLimit ? { limit, isLimitKnown: true } : { limit: starterLimit, isLimitKnown: false };
}

function describeOddities(
  most: number,
  told: number | undefined,
  left: number,
  refusal: Refusal | undefined,
): string | undefined {
  const sentences: string[] = [];
  if (told !== undefined && told > most) sentences.push(`The header told ${told} of ${most} calls left.`);
  if (refusal && refusal.overMs === undefined) {
    if (left > 0 && !refusal.wasAcceptedSince) {
      sentences.push(
        told === undefined
          ? `A call was refused though by this count ${left} were left: calls that were not seen here count too.`
          : `A call was refused though ${left} were told to be left.`,
      );
    }
  }
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function lastReported(row: RateLimitRow, { all, end }: CallsUntilNow, sinceMs: number) {
  for (let i = end - 1; i >= 0; i--) {
    const call = all[i] as SessionCall;
    if (call.startedMs < sinceMs) return undefined;
    const left = reportedRemaining(row, call);
    if (left !== undefined) return { call, left };
  }
  return undefined;
}

/** What one response reported for a limit. */
function reportedRemaining({ id }: RateLimitRow, call: SessionCall): number | undefined {
  if (id === 'minute') return call.minuteRemaining;
  if (id === 'day') return call.dayRemaining;
  return id === 'app-minute' ? call.appMinuteRemaining : undefined;
}

/** Requests that started after `sinceMs` and that Xero counts. */
function countSince({ per }: RateLimitRow, { all, end }: CallsUntilNow, sinceMs: number): number {
  let count = 0;
  for (let i = indexAfter(all, sinceMs); i < end; i++) {
    if (countsTowards(per, all[i] as SessionCall)) count++;
  }
  return count;
}

/** Xero counts no request that didn't arrive or whose token it rejected. A rejected tenant costs the app, not the tenant. */
function countsTowards(per: RateLimitRow['per'], { status }: SessionCall): boolean {
  return status !== 0 && status !== 401 && (status !== 403 || per === 'app');
}

interface Refusal {
  readonly call: SessionCall;
  readonly wasAcceptedSince: boolean;
  /** Its Retry-After isn't over. */
  readonly isActive: boolean;
  /** When its Retry-After ended. */
  readonly overMs: number | undefined;
}

/** The last request that exceeded this limit: within its window, or earlier if its Retry-After isn't over. */
function lastRefusal(
  { id, windowSeconds }: RateLimitRow,
  refused: Session['refused'],
  calls: CallsUntilNow,
  nowMs: number,
): Refusal | undefined {
  const refusals = refused.get(id) ?? [];
  const call = refusals[countUntil(refusals, nowMs) - 1];
  // The longest window is a day.
  if (call === undefined || call.startedMs < nowMs - DAY_MS) return undefined;
  const taken = lastAccepted(calls);
  const wasAcceptedSince = taken !== undefined && isBefore(call, taken);
  const isTold = hasStatusWithRetryAfter(call);
  const isOver = isTold && waitEndMs(call) <= nowMs;
  const isActive = isTold && !isOver && !wasAcceptedSince;
  if (!isActive && call.startedMs < nowMs - Math.max(windowSeconds * 1000, MINUTE_MS)) return undefined;
  return { call, wasAcceptedSince, isActive, overMs: isOver ? waitEndMs(call) : undefined };
}

function lastAccepted({ all, end }: CallsUntilNow): SessionCall | undefined {
  for (let i = end - 1; i >= 0; i--) if (isAccepted(all[i] as SessionCall)) return all[i];
  return undefined;
}

function exhaustionMs(left: number, pace: number, windowMs: number, nowMs: number): number | undefined {
  if (pace <= 0 || left <= 0) return undefined;
  const inMs = (left / pace) * MINUTE_MS;
  return inMs < windowMs ? nowMs + inMs : undefined;
}

/** The highest number of concurrent requests among those that started after `sinceMs`. */
function peakInFlight({ all, end }: CallsUntilNow, sinceMs: number): number {
  const recent = all.slice(indexAfter(all, sinceMs), end);
  const ends = Float64Array.from(recent, ({ endMs }) => endMs).sort();
  let [ended, most] = [0, 0];
  recent.forEach(({ startedMs }, index) => {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= startedMs) ended++;
    most = Math.max(most, index + 1 - ended);
  });
  return most;
}
