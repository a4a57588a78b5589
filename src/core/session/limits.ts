// How much of each of Xero's limits is left: as the headers last told and the calls since, or counted where none told.

import { type RateLimitRow, rateLimits } from '../../catalogue/rate-limits.ts';
import type { Session, TenantCalls } from './session.ts';
import type { SessionCall } from './session-call.ts';

export interface LimitState {
  readonly row: RateLimitRow;
  /** What the limit is for this tenant; `undefined`: which tier the app has is not known yet, and the row's is taken. */
  readonly most: number;
  readonly isMostKnown: boolean;
  /** Never below 0 and never above `most`. */
  readonly left: number;
  /** `told`: by the last answer's headers, less the calls since. `counted`: from the calls seen, an estimate. */
  readonly basis: 'told' | 'counted';
  /** When the headers last told, ms since the epoch. */
  readonly toldMs: number | undefined;
  /** When calls are taken again, where the limit was reached and a time was told. */
  readonly blockedUntilMs: number | undefined;
  /** Calls a minute, over the last half minute. */
  readonly pace: number;
  /** When it is used up at this pace; `undefined`: not before its window ends. */
  readonly usedUpMs: number | undefined;
  /** What is odd about what the headers told, in a sentence. */
  readonly doubt: string | undefined;
}

/** The limits of one tenant, and the app's, as they are at `nowMs`. */
export function limitsOf(session: Session, tenant: string, nowMs: number): LimitState[] {
  const own = session.tenants.get(tenant);
  return rateLimits.map((row) => stateOf(row, row.per === 'app' ? session.calls : (own?.calls ?? []), own, nowMs));
}

/** The last time that a limit was reached with a time told to wait: until when. */
export function blockedUntil(calls: readonly SessionCall[], nowMs: number): SessionCall | undefined {
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    // The longest window is a day: what began before that has ended.
    if (call.startedMs < nowMs - dayMs) return undefined;
    if (isRefused(call) && call.retryAfterSeconds !== undefined && waitEndMs(call) > nowMs) return call;
    // A call that was taken since: the wait was over, or was for another limit.
    if (!call.failed && call.minuteLeft !== 0) return undefined;
  }
  return undefined;
}

export function waitEndMs({ endMs, retryAfterSeconds = 0 }: SessionCall): number {
  return endMs + retryAfterSeconds * 1000;
}

const dayMs = 86_400_000;
const paceMs = 30_000;

export function isRefused({ status, problem }: SessionCall): boolean {
  return status === 429 || (status === 503 && problem !== undefined);
}

function stateOf(
  row: RateLimitRow,
  calls: readonly SessionCall[],
  tenant: TenantCalls | undefined,
  nowMs: number,
): LimitState {
  const { most, isMostKnown } = mostOf(row, tenant);
  if (row.windowSeconds === 0) return concurrentState(row, calls, nowMs);
  const windowMs = row.windowSeconds * 1000;
  const last = lastTold(row, calls, nowMs - windowMs);
  const since = countSince(calls, last ? last.call.endMs : nowMs - windowMs, nowMs);
  const raw = last ? last.left - since : most - since;
  const left = Math.min(most, Math.max(0, raw));
  const pace = (countSince(calls, nowMs - paceMs, nowMs) * 60_000) / paceMs;
  const refused = lastRefusal(row, calls, nowMs);
  return {
    row,
    most,
    isMostKnown,
    left,
    basis: last ? 'told' : 'counted',
    toldMs: last?.call.endMs,
    blockedUntilMs: refused && waitEndMs(refused) > nowMs ? waitEndMs(refused) : undefined,
    pace,
    usedUpMs: usedUp(left, pace, windowMs, nowMs),
    doubt: last && last.left > most ? `The header told ${last.left} of ${most} calls left.` : undefined,
  };
}

/** Which tier the app has shows in what the header tells: more than 1,000 left is not Starter. */
function mostOf({ most, mostOnStarter }: RateLimitRow, tenant: TenantCalls | undefined) {
  if (mostOnStarter === undefined) return { most, isMostKnown: true };
  const highest = tenant?.highestDayLeft;
  if (highest === undefined) return { most, isMostKnown: false };
  return highest > mostOnStarter ? { most, isMostKnown: true } : { most: mostOnStarter, isMostKnown: false };
}

function lastTold(row: RateLimitRow, calls: readonly SessionCall[], sinceMs: number) {
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    if (call.startedMs < sinceMs) return undefined;
    const left = toldLeft(row, call);
    if (left !== undefined) return { call, left };
  }
  return undefined;
}

/** What an answer told of a limit. */
export function toldLeft({ id }: RateLimitRow, call: SessionCall): number | undefined {
  if (id === 'minute') return call.minuteLeft;
  if (id === 'day') return call.dayLeft;
  return id === 'app-minute' ? call.appMinuteLeft : undefined;
}

/** Calls that began after `sinceMs` and not after `untilMs`, and that Xero counts. */
function countSince(calls: readonly SessionCall[], sinceMs: number, untilMs: number): number {
  let count = 0;
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    if (call.startedMs <= sinceMs) break;
    if (call.startedMs <= untilMs && isCounted(call)) count++;
  }
  return count;
}

/** What never reached Xero, or was refused at its door, costs nothing. */
function isCounted({ status }: SessionCall): boolean {
  return status !== 0 && status !== 401 && status !== 403;
}

function lastRefusal({ id }: RateLimitRow, calls: readonly SessionCall[], nowMs: number): SessionCall | undefined {
  const call = blockedUntil(calls, nowMs);
  const problem = call?.problem ?? '';
  const about = problem.startsWith('app') ? 'app-minute' : problem.startsWith('da') ? 'day' : 'minute';
  return about === id ? call : undefined;
}

function usedUp(left: number, pace: number, windowMs: number, nowMs: number): number | undefined {
  if (pace <= 0) return undefined;
  const inMs = (left / pace) * 60_000;
  return inMs < windowMs ? nowMs + inMs : undefined;
}

/** Only calls that have ended are known: what is shown is the most of the last minute. */
function concurrentState(row: RateLimitRow, calls: readonly SessionCall[], nowMs: number): LimitState {
  const peak = peakInFlight(calls, nowMs - 60_000);
  return {
    row,
    most: row.most,
    isMostKnown: true,
    left: Math.max(0, row.most - peak),
    basis: 'counted',
    toldMs: undefined,
    blockedUntilMs: undefined,
    pace: 0,
    usedUpMs: undefined,
    doubt: undefined,
  };
}

/** The most calls that were in progress at once, of those that began after `sinceMs`. */
export function peakInFlight(calls: readonly SessionCall[], sinceMs: number): number {
  const moments: [ms: number, change: 1 | -1][] = [];
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    if (call.startedMs < sinceMs) break;
    moments.push([call.startedMs, 1], [call.endMs, -1]);
  }
  let [now, most] = [0, 0];
  for (const [, change] of moments.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}
