// What the panel says of a limit: how much is left, how that is known, and when it ends.

import type { LimitState } from '../../core/session/limits.ts';
import { count, moment, span } from '../lib/format.ts';

export type LimitLevel = 'calm' | 'normal' | 'warning' | 'error';

/** How much its colour warns. */
export function levelOf({ left, most }: LimitState): LimitLevel {
  if (left <= 0) return 'error';
  const share = left / most;
  if (share < 0.2) return 'warning';
  return share > 0.5 ? 'calm' : 'normal';
}

export function leftWords({ left, most }: LimitState): string {
  return `${count(left)} of ${count(most)}`;
}

export function basisWords({ toldMs, row }: LimitState, nowMs: number): string {
  if (toldMs !== undefined) return `as told by the last answer at ${moment(toldMs, nowMs)}`;
  if (row.windowSeconds === 0)
    return 'at the busiest moment of the last minute, counted from the calls seen: an estimate';
  return 'counted from the calls seen: an estimate';
}

/** For those who do not see the bar. */
export function spokenLeft(state: LimitState, nowMs: number): string {
  const known = state.toldMs === undefined ? 'counted' : `as told at ${moment(state.toldMs, nowMs)}`;
  return `${leftWords(state)} calls left, ${known}`;
}

/** Half a minute's pace says nothing of what is hours away. */
const paceHoldsMs = 3_600_000;

export function paceWords({ usedUpMs, pace }: LimitState, nowMs: number): string | undefined {
  if (usedUpMs === undefined || usedUpMs > nowMs + paceHoldsMs) return undefined;
  const seconds = Math.max(1, Math.round((usedUpMs - nowMs) / 1000));
  const rate = Math.round(pace);
  return `used up in about ${span(seconds)} at ${count(rate)} ${rate === 1 ? 'call' : 'calls'} a minute`;
}

export function tierWords({ row: { most, mostOnStarter }, isMostKnown }: LimitState): string | undefined {
  if (mostOnStarter === undefined) return undefined;
  return isMostKnown
    ? `${count(most)}: more than ${count(mostOnStarter)} were once left`
    : `${count(mostOnStarter)} or ${count(most)}: which tier is not known yet`;
}
