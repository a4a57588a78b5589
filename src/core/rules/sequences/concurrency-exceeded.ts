// More concurrent requests than Xero accepts.

import { rateLimit } from '../../../catalogue/rate-limits.ts';
import type { SessionCall } from '../../session/session-call.ts';
import type { SequenceRule } from './sequence-rule.ts';

const row = rateLimit('concurrent');
/** Longer requests aren't searched for. */
const MAX_CALL_MS = 120_000;

export const rule: SequenceRule = {
  id: 'concurrency-exceeded',
  title: 'Too many calls at once',
  severity: 'warning',
  citation: row.citations[0],
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    if (call === undefined) return [];
    const running = runningAt(session.tenants.get(call.tenant)?.calls ?? [], call);
    if (running.length <= row.limit) return [];
    return [
      {
        observed: `${running.length} calls of this tenant were in progress when this one began`,
        fix: `Keep at most ${row.limit} in progress; let the others wait in a queue.`,
        relatedIds: running.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

function runningAt(calls: readonly SessionCall[], call: SessionCall): SessionCall[] {
  const running: SessionCall[] = [];
  for (let i = calls.length - 1; i >= 0; i--) {
    const each = calls[i] as SessionCall;
    if (each.startedMs < call.startedMs - MAX_CALL_MS) break;
    if (each.startedMs <= call.startedMs && each.endMs > call.startedMs) running.push(each);
  }
  return running;
}
