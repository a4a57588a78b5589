// Which tenants are near one of their limits or have reached it: what is worth a line above everything else.

import { rateLimits } from '../../catalogue/rate-limits.ts';
import { activeRetryAfter, appLimits, type LimitState, tenantLimits, waitEndMs } from './limits.ts';
import { recentTenants } from './recent-tenants.ts';
import type { Session } from './session.ts';
import type { SessionCall } from './session-call.ts';

export interface NearLimits {
  /** `undefined`: the app's own limits, which all tenants share. */
  readonly tenant: string | undefined;
  /** Those with a window: calls at once are over before they can be read of. */
  readonly limits: readonly LimitState[];
  /** Until when the last answer that told so said to wait; not long ago, where that is over. ms since the epoch. */
  readonly waitUntilMs: number | undefined;
  readonly isWaitOver: boolean;
}

/** The app first, but those that wait before all. */
export function nearLimits(session: Session, nowMs: number): NearLimits[] {
  const app = near(undefined, appLimits(session, nowMs, windowed), session.calls, nowMs);
  const tenants = recentTenants(session, MAX_TENANTS).map(({ tenant, calls }) =>
    near(tenant, tenantLimits(session, tenant, nowMs, windowed), calls, nowMs),
  );
  const found = [app, ...tenants].filter((each) => each !== undefined);
  return found.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
}

/** A fifth or less is left, or nothing is taken for now. */
export function isNear({ remaining, limit, blockedUntilMs }: LimitState): boolean {
  return remaining <= limit / 5 || blockedUntilMs !== undefined;
}

const windowed = rateLimits.filter(({ windowSeconds }) => windowSeconds > 0);
/** How long it is said that a wait is over. */
const OVER_NOTICE_MS = 8_000;
/** More are not looked at: each change of the log asks anew. */
const MAX_TENANTS = 50;

function near(
  tenant: string | undefined,
  limits: readonly LimitState[],
  calls: readonly SessionCall[],
  nowMs: number,
): NearLimits | undefined {
  const isMeant = ({ problem = '' }: SessionCall) => problem.startsWith('app') === (tenant === undefined);
  const wait = activeRetryAfter(calls, nowMs, { endedAfterMs: nowMs - OVER_NOTICE_MS, isMeant });
  if (wait === undefined && !limits.some(isNear)) return undefined;
  const waitUntilMs = wait && waitEndMs(wait);
  return { tenant, limits, waitUntilMs, isWaitOver: waitUntilMs !== undefined && waitUntilMs <= nowMs };
}

function isWaiting({ waitUntilMs, isWaitOver }: NearLimits): boolean {
  return waitUntilMs !== undefined && !isWaitOver;
}
