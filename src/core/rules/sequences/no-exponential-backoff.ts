// Retries at a fixed interval give the service no time to recover.

import { inference } from '../../../catalogue/citation.ts';
import { formatDuration, retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'no-exponential-backoff',
  title: 'Retry delays don’t increase',
  severity: 'warning',
  citation: inference,
  run({ attempts, diagnosisOf }) {
    const gaps = retryIntervals(attempts).filter(({ failed }) => {
      const advice = diagnosisOf(failed.id)?.row.retry.action.kind;
      return advice === 'back-off' && failed.retryAfterSeconds === undefined;
    });
    const lengths = gaps.map(({ ms }) => Math.max(0, ms));
    const [first = 0] = lengths;
    if (lengths.length < fewestPauses(first) || !isEven(lengths)) return [];
    const advice = diagnosisOf(gaps[0]?.failed.id ?? -1)?.row.retry.action;
    const from = advice?.kind === 'back-off' ? advice : undefined;
    return [
      {
        observed: `${lengths.length} delays of about ${formatDuration(first)} each`,
        fix: from
          ? `Start with ${from.firstSeconds} s and multiply each delay by ${from.factor}, up to ${from.maxSeconds} s, with random jitter.`
          : 'Make each delay longer than the one before.',
        relatedIds: gaps.flatMap(({ failed, again }, i) => (i === 0 ? [failed.id, again.id] : [again.id])),
      },
    ];
  },
};

/** Short delays with full jitter may be equal by chance. */
function fewestPauses(ms: number): number {
  return ms < 1_000 ? 4 : 3;
}

/** Equal within the precision of timers. Delays with full jitter vary, and an unlucky series may not grow. */
function isEven(lengths: readonly number[]): boolean {
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  return lengths.every((each) => Math.abs(each - mean) <= mean * 0.015 + 5);
}
