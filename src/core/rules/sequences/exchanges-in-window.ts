// Requests of the same tenant around one request.

import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import type { Session } from '../../session/session.ts';
import { lowerBound } from '../../text/binary-search.ts';

/** Limits the work in a burst of requests, of which a part is enough. */
const MAX_EXCHANGES = 2_000;

/** Requests that started within `windowMs` before or after it, in order of time. */
export function exchangesInWindow(session: Session, summary: ExchangeSummary, windowMs: number): ExchangeSummary[] {
  const exchanges = session.tenants.get(summary.tenant)?.exchanges ?? [];
  const from = lowerBound(
    exchanges.length,
    (i) => !((exchanges[i] as ExchangeSummary).startedMs < summary.startedMs - windowMs),
  );
  const near: ExchangeSummary[] = [];
  for (let i = from; i < exchanges.length && near.length < MAX_EXCHANGES; i++) {
    const each = exchanges[i] as ExchangeSummary;
    if (each.startedMs > summary.startedMs + windowMs) break;
    near.push(each);
  }
  return near;
}
