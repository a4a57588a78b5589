// Many requests fail together, are retried together, and fail together again.

import { limits } from '../../../catalogue/citation.ts';
import { attemptsOf } from '../../session/attempts.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import type { Session } from '../../session/session.ts';
import { formatDuration, retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

/** Fewer may coincide by chance. */
const MIN_RETRIES = 5;
const WINDOW_MS = 1_000;
const SAME_MOMENT_MS = 20;
/** Limits the work in a burst of requests. */
const MAX_CALLS = 50;

export const rule: SequenceRule = {
  id: 'no-jitter',
  title: 'Retries sent all at once',
  severity: 'warning',
  citation: { ...limits, basis: 'inferred' },
  run({ attempts, session }) {
    for (const { failed, again, ms } of retryIntervals(attempts)) {
      const pauses = failedTogether(session, failed).flatMap((each) => pauseAfter(session, each));
      const equal = pauses.filter((pause) => Math.abs(pause.ms - ms) <= SAME_MOMENT_MS);
      if (equal.length < MIN_RETRIES || equal.length < pauses.length) continue;
      return [
        {
          observed: `${equal.length} requests that failed within a second were each retried after ${formatDuration(ms)} (±${SAME_MOMENT_MS} ms)`,
          fix: 'Add random jitter to each delay, so that the retries spread out.',
          relatedIds: [again.id, ...equal.map(({ id }) => id)].slice(0, 8),
        },
      ];
    }
    return [];
  },
};

function failedTogether(session: Session, summary: ExchangeSummary): ExchangeSummary[] {
  const exchanges = session.tenants.get(summary.tenant)?.exchanges ?? [];
  const found: ExchangeSummary[] = [];
  for (let i = exchanges.length - 1; i >= 0 && found.length < MAX_CALLS; i--) {
    const each = exchanges[i] as ExchangeSummary;
    if (each.endMs < summary.endMs - WINDOW_MS * 60) break;
    if (each.failed && each.status === summary.status && Math.abs(each.endMs - summary.endMs) <= WINDOW_MS)
      found.push(each);
  }
  return found;
}

function pauseAfter(session: Session, summary: ExchangeSummary): { ms: number; id: number }[] {
  const chain = attemptsOf(session, summary.id);
  const again = chain?.exchanges[chain.index + 1];
  return again === undefined ? [] : [{ ms: again.startedMs - summary.endMs, id: again.id }];
}
