// How much of each of Xero's limits is left: as the headers last told and the calls since, or counted where none told.

import { type RateLimitRow, rateLimits } from '../../catalogue/rate-limits.ts';
import { indexAfter } from './index-after.ts';
import type { Session, TenantCalls } from './session.ts';
import { isBefore, type SessionCall } from './session-call.ts';

export interface LimitState {
  readonly row: RateLimitRow;
  /** What the limit is for this tenant; with `isMostKnown` false it is not known yet which tier the app has, and this is a guess. */
  readonly limit: number;
  readonly isMostKnown: boolean;
  /** Never below 0 and never above `most`. */
  readonly remaining: number;
  /** `told`: by the last answer's headers, less the calls since. `counted`: from the calls seen, an estimate. */
  readonly basis: 'told' | 'counted';
  /** When the headers last told, ms since the epoch. */
  readonly reportedAtMs: number | undefined;
  /** When calls are taken again, where the limit was reached and a time was told. */
  readonly blockedUntilMs: number | undefined;
  /** When a call was last refused for it, within its window and unless the wait that it told is over. */
  readonly refusedMs: number | undefined;
  /** Calls a minute, over the last half minute. */
  readonly callsPerMinute: number;
  /** When it is used up at this pace; `undefined`: not before its window ends, or it is already. */
  readonly exhaustedAtMs: number | undefined;
  /** What is odd about what the headers told, in sentences. */
  readonly warning: string | undefined;
}

/** The limits that one tenant has for itself, of `rows`, as they are at `nowMs`. */
export function tenantLimits(session: Session, tenant: string, nowMs: number, rows = rateLimits): LimitState[] {
  const own = session.tenants.get(tenant);
  const known = own ?? { calls: [], refused: new Map() };
  return rows.filter(({ per }) => per === 'tenant').map((row) => stateOf(row, known, own, nowMs));
}

/** The limits that all tenants share, of `rows`, as they are at `nowMs`. */
export function appLimits(session: Session, nowMs: number, rows = rateLimits): LimitState[] {
  return rows.filter(({ per }) => per === 'app').map((row) => stateOf(row, session, undefined, nowMs));
}

/** The last call that was told to wait for longer than until `endedAfterMs`, if no call has been taken since. */
export function activeRetryAfter(
  calls: readonly SessionCall[],
  nowMs: number,
  { endedAfterMs = nowMs, isMeant = () => true }: WaitOptions = {},
): SessionCall | undefined {
  for (let i = known(calls, nowMs) - 1; i >= 0; i--) {
    const call = calls[i] as SessionCall;
    // The longest window is a day: what began before that has ended.
    if (call.startedMs < nowMs - dayMs || isTaken(call)) return undefined;
    if (isToldToWait(call) && isMeant(call) && waitEndMs(call) > endedAfterMs) return call;
  }
  return undefined;
}

interface WaitOptions {
  /** ms since the epoch; now, if nothing else is said: waits that are not over. */
  readonly endedAfterMs?: number;
  readonly isMeant?: (call: SessionCall) => boolean;
}

export function waitEndMs({ endMs, retryAfterSeconds = 0 }: SessionCall): number {
  return endMs + retryAfterSeconds * 1000;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const PACE_WINDOW_MS = 30_000;
/** The browser's times may be a little ahead of the panel's. */
const CLOCK_TOLERANCE_MS = 5_000;

/** How many of the calls, from the first, have begun by now. Others are dated in the future: the clock was set back. */
function known(calls: readonly SessionCall[], nowMs: number): number {
  return indexAfter(calls, nowMs + CLOCK_TOLERANCE_MS);
}

/** How many calls are dated later than now, which no limit counts. */
export function futureDatedCount(calls: readonly SessionCall[], nowMs: number): number {
  return calls.length - known(calls, nowMs);
}

function isToldToWait({ status, retryAfterSeconds }: SessionCall): boolean {
  return (status === 429 || status === 503) && retryAfterSeconds !== undefined;
}

function isTaken({ failed, minuteLeft }: SessionCall): boolean {
  return !failed && minuteLeft !== 0;
}

function stateOf(
  row: RateLimitRow,
  { calls: all, refused }: Pick<Session, 'calls' | 'refused'>,
  tenant: TenantCalls | undefined,
  nowMs: number,
): LimitState {
  const calls = { all, end: known(all, nowMs) };
  const refusal = lastRefusal(row, refused, calls, nowMs);
  const blockedUntilMs = refusal?.isStanding ? waitEndMs(refusal.call) : undefined;
  if (row.windowSeconds === 0) {
    const { most: limit } = row;
    const remaining = Math.max(0, limit - peakInFlight(calls, nowMs - minuteMs));
    const refusedMs = refusal?.call.startedMs;
    const warning = doubts(limit, undefined, remaining, refusal);
    return { row, limit, isMostKnown: true, remaining, ...unpaced, blockedUntilMs, refusedMs, warning };
  }
  const { most: limit, isMostKnown } = mostOf(row, tenant);
  const windowMs = row.windowSeconds * 1000;
  // A wait that is over began a new window.
  const fromMs = Math.max(nowMs - windowMs, refusal?.overMs ?? 0);
  const last = lastTold(row, calls, fromMs);
  const since = countSince(row, calls, last ? last.call.endMs : fromMs);
  const left = Math.min(limit, Math.max(0, (last?.left ?? limit) - since));
  const callsPerMinute = (countSince(row, calls, nowMs - PACE_WINDOW_MS) * minuteMs) / PACE_WINDOW_MS;
  return {
    row,
    limit,
    isMostKnown,
    remaining: blockedUntilMs === undefined ? left : 0,
    basis: last ? 'told' : 'counted',
    reportedAtMs: last?.call.endMs,
    blockedUntilMs,
    refusedMs: refusal?.overMs === undefined ? refusal?.call.startedMs : undefined,
    callsPerMinute,
    exhaustedAtMs: blockedUntilMs === undefined ? usedUp(left, callsPerMinute, windowMs, nowMs) : undefined,
    warning: doubts(limit, last?.left, left, refusal),
  };
}

/** Calls that may be very many, of which those from `end` on are dated later than now. */
interface SeenCalls {
  readonly all: readonly SessionCall[];
  readonly end: number;
}

/** Only calls that have ended are known: what is shown of calls at once is the most of the last minute. */
const unpaced = { basis: 'counted', reportedAtMs: undefined, callsPerMinute: 0, exhaustedAtMs: undefined } as const;

/** Which tier the app has shows in what the header tells: more than 1,000 left is not Starter. */
function mostOf({ most, mostOnStarter }: RateLimitRow, tenant: TenantCalls | undefined) {
  if (mostOnStarter === undefined) return { most, isMostKnown: true };
  const highest = tenant?.highestDayLeft;
  if (highest === undefined) return { most, isMostKnown: false };
  return highest > mostOnStarter ? { most, isMostKnown: true } : { most: mostOnStarter, isMostKnown: false };
}

function doubts(
  most: number,
  told: number | undefined,
  left: number,
  refusal: Refusal | undefined,
): string | undefined {
  const said: string[] = [];
  if (told !== undefined && told > most) said.push(`The header told ${told} of ${most} calls left.`);
  if (refusal && refusal.overMs === undefined) {
    if (left > 0 && !refusal.wasTakenSince) {
      said.push(
        told === undefined
          ? `A call was refused though by this count ${left} were left: calls that were not seen here count too.`
          : `A call was refused though ${left} were told to be left.`,
      );
    }
  }
  return said.length > 0 ? said.join(' ') : undefined;
}

function lastTold(row: RateLimitRow, { all, end }: SeenCalls, sinceMs: number) {
  for (let i = end - 1; i >= 0; i--) {
    const call = all[i] as SessionCall;
    if (call.startedMs < sinceMs) return undefined;
    const left = toldLeft(row, call);
    if (left !== undefined) return { call, left };
  }
  return undefined;
}

/** What an answer told of a limit. */
function toldLeft({ id }: RateLimitRow, call: SessionCall): number | undefined {
  if (id === 'minute') return call.minuteLeft;
  if (id === 'day') return call.dayLeft;
  return id === 'app-minute' ? call.appMinuteLeft : undefined;
}

/** Calls that began after `sinceMs` and that Xero counts. */
function countSince({ per }: RateLimitRow, { all, end }: SeenCalls, sinceMs: number): number {
  let count = 0;
  for (let i = indexAfter(all, sinceMs); i < end; i++) {
    if (isCounted(per, all[i] as SessionCall)) count++;
  }
  return count;
}

/** What never reached Xero costs nothing, nor does a token that is refused. A tenant that is refused costs none of its calls, but one of the app's. */
function isCounted(per: RateLimitRow['per'], { status }: SessionCall): boolean {
  return status !== 0 && status !== 401 && (status !== 403 || per === 'app');
}

interface Refusal {
  readonly call: SessionCall;
  readonly wasTakenSince: boolean;
  /** It is still to be waited. */
  readonly isStanding: boolean;
  /** When the wait that it told ended. */
  readonly overMs: number | undefined;
}

/** The last call that was refused for this limit: within its window, or longer ago where it is still to be waited. */
function lastRefusal(
  { id, windowSeconds }: RateLimitRow,
  refused: Session['refused'],
  calls: SeenCalls,
  nowMs: number,
): Refusal | undefined {
  const refusals = refused.get(id) ?? [];
  const call = refusals[known(refusals, nowMs) - 1];
  // The longest window is a day.
  if (call === undefined || call.startedMs < nowMs - dayMs) return undefined;
  const taken = lastTaken(calls);
  const wasTakenSince = taken !== undefined && isBefore(call, taken);
  const isTold = isToldToWait(call);
  const isOver = isTold && waitEndMs(call) <= nowMs;
  const isStanding = isTold && !isOver && !wasTakenSince;
  if (!isStanding && call.startedMs < nowMs - Math.max(windowSeconds * 1000, minuteMs)) return undefined;
  return { call, wasTakenSince, isStanding, overMs: isOver ? waitEndMs(call) : undefined };
}

function lastTaken({ all, end }: SeenCalls): SessionCall | undefined {
  for (let i = end - 1; i >= 0; i--) if (isTaken(all[i] as SessionCall)) return all[i];
  return undefined;
}

function usedUp(left: number, pace: number, windowMs: number, nowMs: number): number | undefined {
  if (pace <= 0 || left <= 0) return undefined;
  const inMs = (left / pace) * minuteMs;
  return inMs < windowMs ? nowMs + inMs : undefined;
}

/** The most calls that were in progress at once, of those that began after `sinceMs`. */
function peakInFlight({ all, end }: SeenCalls, sinceMs: number): number {
  const recent = all.slice(indexAfter(all, sinceMs), end);
  const ends = Float64Array.from(recent, ({ endMs }) => endMs).sort();
  let [ended, most] = [0, 0];
  recent.forEach(({ startedMs }, index) => {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= startedMs) ended++;
    most = Math.max(most, index + 1 - ended);
  });
  return most;
}
