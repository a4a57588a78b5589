// Requests that were sent during a rate limit's Retry-After.

import type { RateLimitRow } from '../../../catalogue/rate-limits.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { indexAfter } from '../../session/index-after.ts';
import type { Session } from '../../session/session.ts';
import { waitEndMs } from '../../session/summary-times.ts';

export interface RateLimitWait {
  /** The response that started the wait. */
  readonly origin: ExchangeSummary;
  /** ms since the epoch. A later response may have prolonged the wait. */
  readonly untilMs: number;
  /** Requests of the limit's tenant, or of the whole app, in the meantime, whatever their URL. In order of time. */
  readonly sent: readonly ExchangeSummary[];
  readonly per: RateLimitRow['per'];
}

/** Clocks and timers aren't exact. */
export const TOLERANCE_MS = 500;
/** A request that started this soon after the response was already under way. */
const IN_FLIGHT_MS = 100;

/** The wait during which the request was sent, or else the one that it started; `undefined` if there is none. */
export function waitAround(session: Session, summary: ExchangeSummary): RateLimitWait | undefined {
  const tenant = session.tenants.get(summary.tenant);
  const waits = [
    waitIn('app', session, 'app-minute', summary),
    tenant && waitIn('tenant', tenant, 'minute', summary),
    tenant && waitIn('tenant', tenant, 'day', summary),
  ].filter((each) => each !== undefined);
  return waits.find(({ sent }) => sent.includes(summary)) ?? waits.find(({ sent }) => sent.length > 0);
}

function waitIn(
  per: RateLimitRow['per'],
  { exchanges, rateLimited }: Pick<Session, 'exchanges' | 'rateLimited'>,
  limit: RateLimitRow['id'],
  summary: ExchangeSummary,
): RateLimitWait | undefined {
  const waits = (rateLimited.get(limit) ?? []).filter((each) => each.retryAfterSeconds !== undefined);
  const origin = originOf(waits, summary);
  if (origin === undefined) return undefined;
  const untilMs = endOf(waits, origin);
  const from = indexAfter(exchanges, origin.endMs + IN_FLIGHT_MS);
  return { origin, untilMs, per, sent: exchanges.slice(from, indexAfter(exchanges, untilMs - TOLERANCE_MS)) };
}

/** Follows overlapping waits back to the first one. */
function originOf(waits: readonly ExchangeSummary[], summary: ExchangeSummary): ExchangeSummary | undefined {
  let origin = waits.includes(summary) ? summary : undefined;
  let startedMs = summary.startedMs;
  for (let i = waits.length - 1; i >= 0; i--) {
    const each = waits[i] as ExchangeSummary;
    if (each.endMs + IN_FLIGHT_MS >= startedMs || startedMs > waitEndMs(each) - TOLERANCE_MS) continue;
    origin = each;
    startedMs = each.startedMs;
  }
  return origin;
}

function endOf(waits: readonly ExchangeSummary[], origin: ExchangeSummary): number {
  let untilMs = waitEndMs(origin);
  for (const each of waits) {
    if (each.startedMs >= origin.startedMs && each.startedMs <= untilMs - TOLERANCE_MS)
      untilMs = Math.max(untilMs, waitEndMs(each));
  }
  return untilMs;
}
