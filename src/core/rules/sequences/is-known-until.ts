// Whether the log shows what followed a request: a rule can't report that something is missing after the end of an imported file.

import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { indexAfter } from '../../session/index-after.ts';
import type { SequenceContext } from './sequence-rule.ts';

/** After a longer pause, another file may begin. */
const MAX_PAUSE_MS = 600_000;

/** Whether the log has all requests from the end of `summary` to `untilMs`. Requests are captured until now. */
export function isKnownUntil(sequence: SequenceContext, { id, endMs }: ExchangeSummary, untilMs: number): boolean {
  const { session, exchangeOf, nowMs } = sequence;
  if (nowMs < untilMs) return false;
  if (exchangeOf(id)?.source !== 'import') return true;
  let lastMs = endMs;
  for (const each of session.exchanges.slice(indexAfter(session.exchanges, endMs))) {
    if (each.startedMs > lastMs + MAX_PAUSE_MS) return false;
    if (exchangeOf(each.id)?.source !== 'import') continue;
    if (each.startedMs >= untilMs) return true;
    lastMs = each.startedMs;
  }
  return false;
}
