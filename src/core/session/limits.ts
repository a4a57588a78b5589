// How much of each rate limit remains: from the last headers and the requests since, or counted when no headers arrived.

import { type RateLimitRow, rateLimits } from '../../catalogue/rate-limits.ts';
import { CLOCK_TOLERANCE_MS, DAY_MS, MINUTE_MS } from '../text/time.ts';
import type { ExchangeSummary } from './exchange-summary.ts';
import { indexAfter } from './index-after.ts';
import type { Session, TenantExchanges } from './session.ts';
import { isBefore, waitEndMs } from './summary-times.ts';

export interface LimitState {
  readonly row: RateLimitRow;
  /** The limit for this tenant. A guess while `isLimitKnown` is false: the app's tier is still unknown. */
  readonly limit: number;
  readonly isLimitKnown: boolean;
  /** 0 to `limit`. */
  readonly remaining: number;
  /** `reported`: by the last response's headers, minus the requests since. `estimated`: counted from captured requests. */
  readonly basis: 'reported' | 'estimated';
  /** Time of the last headers, ms since the epoch. */
  readonly reportedAtMs: number | undefined;
  /** When requests are accepted again, if the limit was reached and a time is known. */
  readonly blockedUntilMs: number | undefined;
  /** The last request that exceeded it, within its window and unless its Retry-After is over. */
  readonly rejectedMs: number | undefined;
  /** Requests per minute, over the last 30 s. */
  readonly requestsPerMinute: number;
  /** When the limit is exhausted at this pace. `undefined`: not within its window, or already. */
  readonly exhaustedAtMs: number | undefined;
  /** Contradictions in the headers, in sentences. */
  readonly warning: string | undefined;
}

/** The limits of one tenant at `nowMs`. */
export function tenantLimits(session: Session, tenant: string, nowMs: number, rows = rateLimits): LimitState[] {
  const own = session.tenants.get(tenant);
  const known = own ?? { exchanges: [], rateLimited: new Map() };
  return rows.filter(({ per }) => per === 'tenant').map((row) => stateOf(row, known, own, nowMs));
}

/** The limits that all tenants of the app share, at `nowMs`. */
export function appLimits(session: Session, nowMs: number, rows = rateLimits): LimitState[] {
  return rows.filter(({ per }) => per === 'app').map((row) => stateOf(row, session, undefined, nowMs));
}

/** The last request whose Retry-After ends after `endedAfterMs`, unless a request was accepted since. */
export function activeRetryAfter(
  exchanges: readonly ExchangeSummary[],
  nowMs: number,
  { endedAfterMs = nowMs, matches = () => true }: WaitOptions = {},
): ExchangeSummary | undefined {
  for (let i = countUntil(exchanges, nowMs) - 1; i >= 0; i--) {
    const exchange = exchanges[i] as ExchangeSummary;
    // The longest window is a day.
    if (exchange.startedMs < nowMs - DAY_MS || isAccepted(exchange)) return undefined;
    if (hasStatusWithRetryAfter(exchange) && matches(exchange) && waitEndMs(exchange) > endedAfterMs) return exchange;
  }
  return undefined;
}

interface WaitOptions {
  /** ms since the epoch. Defaults to now: waits that aren't over. */
  readonly endedAfterMs?: number;
  readonly matches?: (exchange: ExchangeSummary) => boolean;
}

const PACE_WINDOW_MS = 30_000;

/** How many requests started by now. Later ones are dated in the future: the clock was set back. */
function countUntil(exchanges: readonly ExchangeSummary[], nowMs: number): number {
  return indexAfter(exchanges, nowMs + CLOCK_TOLERANCE_MS);
}

/** How many requests are dated in the future. No limit counts them. */
export function futureDatedCount(exchanges: readonly ExchangeSummary[], nowMs: number): number {
  return exchanges.length - countUntil(exchanges, nowMs);
}

function hasStatusWithRetryAfter({ status, retryAfterSeconds }: ExchangeSummary): boolean {
  return (status === 429 || status === 503) && retryAfterSeconds !== undefined;
}

function isAccepted({ failed, minuteRemaining }: ExchangeSummary): boolean {
  return !failed && minuteRemaining !== 0;
}

function stateOf(
  row: RateLimitRow,
  { exchanges: all, rateLimited }: Pick<Session, 'exchanges' | 'rateLimited'>,
  tenant: TenantExchanges | undefined,
  nowMs: number,
): LimitState {
  const exchanges = { all, end: countUntil(all, nowMs) };
  const rejection = lastRejection(row, rateLimited, exchanges, nowMs);
  const blockedUntilMs = rejection?.isActive ? waitEndMs(rejection.exchange) : undefined;
  if (row.windowSeconds === 0) {
    const { limit } = row;
    const remaining = Math.max(0, limit - peakInFlight(exchanges, nowMs - MINUTE_MS));
    const rejectedMs = rejection?.exchange.startedMs;
    const warning = describeOddities(limit, undefined, remaining, rejection);
    return { row, limit, isLimitKnown: true, remaining, ...NO_PACE, blockedUntilMs, rejectedMs, warning };
  }
  const { limit, isLimitKnown } = tierLimit(row, tenant);
  const windowMs = row.windowSeconds * 1000;
  // A new window starts when a wait is over.
  const fromMs = Math.max(nowMs - windowMs, rejection?.overMs ?? 0);
  const last = lastReported(row, exchanges, fromMs, limit);
  const since = countSince(row, exchanges, last ? last.exchange.endMs : fromMs, limit);
  const left = Math.min(limit, Math.max(0, (last?.left ?? limit) - since));
  const requestsPerMinute = (countSince(row, exchanges, nowMs - PACE_WINDOW_MS) * MINUTE_MS) / PACE_WINDOW_MS;
  return {
    row,
    limit,
    isLimitKnown,
    remaining: blockedUntilMs === undefined ? left : 0,
    basis: last ? 'reported' : 'estimated',
    reportedAtMs: last?.exchange.endMs,
    blockedUntilMs,
    rejectedMs: rejection?.overMs === undefined ? rejection?.exchange.startedMs : undefined,
    requestsPerMinute,
    exhaustedAtMs: blockedUntilMs === undefined ? exhaustionMs(left, requestsPerMinute, windowMs, nowMs) : undefined,
    warning: describeOddities(limit, last?.left, left, rejection),
  };
}

/** A view of the requests without a copy: those from `end` on are dated in the future. */
interface ExchangesUntilNow {
  readonly all: readonly ExchangeSummary[];
  readonly end: number;
}

/** Only finished requests are known, so concurrency is the peak of the last minute. */
const NO_PACE = {
  basis: 'estimated',
  reportedAtMs: undefined,
  requestsPerMinute: 0,
  exhaustedAtMs: undefined,
} as const;

/** The header reveals the tier: more than 1,000 remaining isn't Starter. */
function tierLimit({ limit, starterLimit }: RateLimitRow, tenant: TenantExchanges | undefined) {
  if (starterLimit === undefined) return { limit, isLimitKnown: true };
  const highest = tenant?.highestDayRemaining;
  if (highest === undefined) return { limit, isLimitKnown: false };
  return highest > starterLimit ? { limit, isLimitKnown: true } : { limit: starterLimit, isLimitKnown: false };
}

function describeOddities(
  limit: number,
  reported: number | undefined,
  left: number,
  rejection: Rejection | undefined,
): string | undefined {
  const sentences: string[] = [];
  if (reported !== undefined && reported > limit)
    sentences.push(`The header reported ${reported} of ${limit} requests remaining.`);
  if (rejection && rejection.overMs === undefined) {
    if (left > 0 && !rejection.wasAcceptedSince) {
      sentences.push(
        reported === undefined
          ? `A request was rejected although ${left} remained by this count. Requests that weren’t captured count too.`
          : `A request was rejected although ${left} were reported as remaining.`,
      );
    }
  }
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** Looks no further than requests that use up the limit: whatever remained before them is gone, and a day may have 50,000. */
function lastReported(row: RateLimitRow, { all, end }: ExchangesUntilNow, sinceMs: number, limit: number) {
  let counted = 0;
  for (let i = end - 1; i >= 0 && counted < limit; i--) {
    const exchange = all[i] as ExchangeSummary;
    if (exchange.startedMs < sinceMs) return undefined;
    const left = reportedRemaining(row, exchange);
    if (left !== undefined) return { exchange, left };
    if (countsTowards(row.per, exchange)) counted++;
  }
  return undefined;
}

/** What one response reported for a limit. */
function reportedRemaining({ id }: RateLimitRow, exchange: ExchangeSummary): number | undefined {
  if (id === 'minute') return exchange.minuteRemaining;
  if (id === 'day') return exchange.dayRemaining;
  return id === 'app-minute' ? exchange.appMinuteRemaining : undefined;
}

/** Requests that started after `sinceMs` and that Xero counts, up to `max`. */
function countSince(
  { per }: RateLimitRow,
  { all, end }: ExchangesUntilNow,
  sinceMs: number,
  max = Number.POSITIVE_INFINITY,
): number {
  let count = 0;
  for (let i = indexAfter(all, sinceMs); i < end && count < max; i++) {
    if (countsTowards(per, all[i] as ExchangeSummary)) count++;
  }
  return count;
}

/** Xero counts no request that didn't arrive or whose token it rejected. A rejected tenant costs the app, not the tenant. */
function countsTowards(per: RateLimitRow['per'], { status }: ExchangeSummary): boolean {
  return status !== 0 && status !== 401 && (status !== 403 || per === 'app');
}

interface Rejection {
  readonly exchange: ExchangeSummary;
  readonly wasAcceptedSince: boolean;
  /** Its Retry-After isn't over. */
  readonly isActive: boolean;
  /** When its Retry-After ended. */
  readonly overMs: number | undefined;
}

/** The last request that exceeded this limit: within its window, or earlier if its Retry-After isn't over. */
function lastRejection(
  { id, windowSeconds }: RateLimitRow,
  rateLimited: Session['rateLimited'],
  exchanges: ExchangesUntilNow,
  nowMs: number,
): Rejection | undefined {
  const rejections = rateLimited.get(id) ?? [];
  const exchange = rejections[countUntil(rejections, nowMs) - 1];
  // The longest window is a day.
  if (exchange === undefined || exchange.startedMs < nowMs - DAY_MS) return undefined;
  const accepted = lastAccepted(exchanges);
  const wasAcceptedSince = accepted !== undefined && isBefore(exchange, accepted);
  const hasRetryAfter = hasStatusWithRetryAfter(exchange);
  const isOver = hasRetryAfter && waitEndMs(exchange) <= nowMs;
  const isActive = hasRetryAfter && !isOver && !wasAcceptedSince;
  if (!isActive && exchange.startedMs < nowMs - Math.max(windowSeconds * 1000, MINUTE_MS)) return undefined;
  return { exchange, wasAcceptedSince, isActive, overMs: isOver ? waitEndMs(exchange) : undefined };
}

function lastAccepted({ all, end }: ExchangesUntilNow): ExchangeSummary | undefined {
  for (let i = end - 1; i >= 0; i--) if (isAccepted(all[i] as ExchangeSummary)) return all[i];
  return undefined;
}

function exhaustionMs(left: number, pace: number, windowMs: number, nowMs: number): number | undefined {
  if (pace <= 0 || left <= 0) return undefined;
  const inMs = (left / pace) * MINUTE_MS;
  return inMs < windowMs ? nowMs + inMs : undefined;
}

/** The highest number of concurrent requests among those that started after `sinceMs`. */
function peakInFlight({ all, end }: ExchangesUntilNow, sinceMs: number): number {
  const recent = all.slice(indexAfter(all, sinceMs), end);
  const ends = Float64Array.from(recent, ({ endMs }) => endMs).sort();
  let [ended, most] = [0, 0];
  recent.forEach(({ startedMs }, index) => {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= startedMs) ended++;
    most = Math.max(most, index + 1 - ended);
  });
  return most;
}
