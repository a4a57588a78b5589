// The last attempt failed, but a later retry would have been safe and likely to succeed.

import { limits } from '../../../catalogue/citation.ts';
import { retryAdvice } from '../../retry/retry-advice.ts';
import { isKnownUntil } from './is-known-until.ts';
import { formatDuration } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

/** So long after a retry was due, none is expected. */
const GRACE_MS = 120_000;

export const rule: SequenceRule = {
  id: 'gave-up-too-soon',
  title: 'No retry after failure',
  severity: 'note',
  citation: limits,
  run(sequence) {
    const { exchange, attempts, session, exchangeOf, diagnosisOf, nowMs } = sequence;
    const last = attempts?.exchanges.at(-1) ?? session.get(exchange.id);
    const lastExchange = last && exchangeOf(last.id);
    const diagnosis = last && diagnosisOf(last.id);
    if (last === undefined || !last.failed || lastExchange === undefined || diagnosis === undefined) return [];
    const advice = retryAdvice(lastExchange, diagnosis, nowMs, attempts);
    const rule = diagnosis.row.retry.action;
    if (advice.kind !== 'wait' && advice.kind !== 'back-off') return [];
    // Such a write should not be retried before its record has been read back.
    if (advice.safety?.kind === 'may-duplicate') return [];
    const tries = attempts?.exchanges.length ?? 1;
    const allowed = rule.kind === 'back-off' ? rule.maxAttempts : 2;
    const waitMs = (advice.seconds ?? (rule.kind === 'back-off' ? rule.maxSeconds : 0)) * 1000;
    if (tries >= allowed || !isKnownUntil(sequence, last, last.endMs + waitMs + GRACE_MS)) return [];
    return [
      {
        observed: `The ${tries === 1 ? 'only attempt' : `last of ${tries} attempts`} ${last.status === 0 ? 'got no response' : `returned ${last.status}`}, and ${lastExchange.source === 'import' ? 'the file has no retry' : 'no retry followed'}`,
        fix:
          advice.seconds === undefined
            ? `Try up to ${allowed} times, with increasing delays.`
            : `Wait ${formatDuration(advice.seconds * 1000)}, then retry once.`,
        relatedIds: [last.id],
        citation: diagnosis.row.retry.citation,
      },
    ];
  },
};
