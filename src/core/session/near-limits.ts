// Tenants that are near a rate limit or over it: shown in the banner above the list.

import { rateLimits } from '../../catalogue/rate-limits.ts';
import type { ExchangeSummary } from './exchange-summary.ts';
import { activeRetryAfter, appLimits, type LimitState, tenantLimits } from './limits.ts';
import { recentTenants } from './recent-tenants.ts';
import type { Session } from './session.ts';
import { waitEndMs } from './summary-times.ts';

export interface NearLimits {
  /** `undefined`: the app's own limits, which all tenants share. */
  readonly tenant: string | undefined;
  /** Limits with a window; concurrency is over before anybody can read it. */
  readonly limits: readonly LimitState[];
  /** End of the last Retry-After, ms since the epoch; recently past if `isWaitOver`. */
  readonly waitUntilMs: number | undefined;
  readonly isWaitOver: boolean;
}

/** Those that have to wait come first, then the app, then the tenants. */
export function nearLimits(session: Session, nowMs: number): NearLimits[] {
  const app = near(undefined, appLimits(session, nowMs, windowed), session.exchanges, nowMs);
  const tenants = recentTenants(session, MAX_TENANTS).map(({ tenant, exchanges }) =>
    near(tenant, tenantLimits(session, tenant, nowMs, windowed), exchanges, nowMs),
  );
  const found = [app, ...tenants].filter((each) => each !== undefined);
  return found.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
}

/** A fifth or less remains, or requests are blocked. */
export function isNear({ remaining, limit, blockedUntilMs }: LimitState): boolean {
  return remaining <= limit / 5 || blockedUntilMs !== undefined;
}

const windowed = rateLimits.filter(({ windowSeconds }) => windowSeconds > 0);
/** How long the end of a wait is announced. */
const OVER_NOTICE_MS = 8_000;
/** Bounds the work at each change of the log. */
const MAX_TENANTS = 50;

function near(
  tenant: string | undefined,
  limits: readonly LimitState[],
  exchanges: readonly ExchangeSummary[],
  nowMs: number,
): NearLimits | undefined {
  const matches = ({ problem = '' }: ExchangeSummary) => problem.startsWith('app') === (tenant === undefined);
  const wait = activeRetryAfter(exchanges, nowMs, { endedAfterMs: nowMs - OVER_NOTICE_MS, matches });
  if (wait === undefined && !limits.some(isNear)) return undefined;
  const waitUntilMs = wait && waitEndMs(wait);
  return { tenant, limits, waitUntilMs, isWaitOver: waitUntilMs !== undefined && waitUntilMs <= nowMs };
}

function isWaiting({ waitUntilMs, isWaitOver }: NearLimits): boolean {
  return waitUntilMs !== undefined && !isWaitOver;
}
