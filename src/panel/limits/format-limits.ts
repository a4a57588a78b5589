// Describes a limit in words: how much is left, how that is known, and when it resets.

import type { LimitState } from '../../core/session/limits.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { formatSeconds } from '../../core/text/format-seconds.ts';
import { plural } from '../../core/text/plural.ts';
import { HOUR_MS } from '../../core/text/time.ts';
import { formatTime } from '../lib/format.ts';

export type LimitLevel = 'ok' | 'normal' | 'warning' | 'error';

/** The severity that its colour shows. */
export function limitLevel({ remaining, limit }: LimitState): LimitLevel {
  if (remaining <= 0) return 'error';
  const share = remaining / limit;
  if (share < 0.2) return 'warning';
  return share > 0.5 ? 'ok' : 'normal';
}

export function formatRemaining({ remaining, limit }: LimitState): string {
  return `${formatInteger(remaining)} of ${formatInteger(limit)}`;
}

export function formatBasis({ reportedAtMs, row }: LimitState, nowMs: number): string {
  if (reportedAtMs !== undefined) return `from response headers at ${formatTime(reportedAtMs, nowMs)}`;
  if (row.windowSeconds === 0) return 'estimated from the requests seen, at the busiest moment of the last minute';
  return 'estimated from the requests seen';
}

/** The text for screen readers. */
export function ariaRemaining(state: LimitState, nowMs: number): string {
  const basis = state.reportedAtMs === undefined ? 'estimated' : `reported at ${formatTime(state.reportedAtMs, nowMs)}`;
  return `${formatRemaining(state)} requests left, ${basis}`;
}

/** A pace measured over half a minute can't predict hours. */
const MAX_FORECAST_MS = HOUR_MS;

export function formatExhaustion({ exhaustedAtMs, requestsPerMinute }: LimitState, nowMs: number): string | undefined {
  if (exhaustedAtMs === undefined || exhaustedAtMs > nowMs + MAX_FORECAST_MS) return undefined;
  const seconds = Math.max(1, Math.round((exhaustedAtMs - nowMs) / 1000));
  const rate = Math.round(requestsPerMinute);
  return `runs out in about ${formatSeconds(seconds)} at ${plural(rate, 'request')} per minute`;
}

export function formatTier({ row: { limit, starterLimit }, isLimitKnown }: LimitState): string | undefined {
  if (starterLimit === undefined) return undefined;
  return isLimitKnown
    ? `${formatInteger(limit)} (more than ${formatInteger(starterLimit)} were remaining earlier)`
    : `${formatInteger(starterLimit)} or ${formatInteger(limit)} (tier not known yet)`;
}
