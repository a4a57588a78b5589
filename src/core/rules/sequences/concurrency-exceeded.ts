// More concurrent requests than Xero accepts.

import { rateLimit } from '../../../catalogue/rate-limits.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import type { SequenceRule } from './sequence-rule.ts';

const row = rateLimit('concurrent');
/** Longer requests are ignored. */
const MAX_CALL_MS = 120_000;

export const rule: SequenceRule = {
  id: 'concurrency-exceeded',
  title: 'Too many concurrent requests',
  severity: 'warning',
  citation: row.citations[0],
  run({ exchange, session }) {
    const summary = session.get(exchange.id);
    if (summary === undefined) return [];
    const running = runningAt(session.tenants.get(summary.tenant)?.exchanges ?? [], summary);
    if (running.length <= row.limit) return [];
    return [
      {
        observed: `${running.length} requests for this tenant were in progress when this one started`,
        fix: `Keep at most ${row.limit} in progress, and queue the others.`,
        relatedIds: running.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

function runningAt(exchanges: readonly ExchangeSummary[], summary: ExchangeSummary): ExchangeSummary[] {
  const running: ExchangeSummary[] = [];
  for (let i = exchanges.length - 1; i >= 0; i--) {
    const each = exchanges[i] as ExchangeSummary;
    if (each.startedMs < summary.startedMs - MAX_CALL_MS) break;
    if (each.startedMs <= summary.startedMs && each.endMs > summary.startedMs) running.push(each);
  }
  return running;
}
