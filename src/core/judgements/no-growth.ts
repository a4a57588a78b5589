// Tries that follow each other at the same pace: the service gets no time to recover.

import { inference } from '../../catalogue/source.ts';
import { gapsOf, seconds } from './gaps.ts';
import type { Judgement } from './judgement.ts';

/** Each pause should be longer than the one before; with random jitter, at least the last longer than the first. */
const growth = 1.2;

export const judgement: Judgement = {
  id: 'no-growth',
  title: 'Pauses do not grow',
  severity: 'warning',
  source: inference,
  run({ attempts, diagnosisOf }) {
    const gaps = gapsOf(attempts).filter(({ failed }) => {
      const advice = diagnosisOf(failed.id)?.row.retry.advice.kind;
      return advice === 'back-off' && failed.retryAfterSeconds === undefined;
    });
    const lengths = gaps.map(({ ms }) => Math.max(0, ms));
    const [first = 0] = lengths;
    const longest = Math.max(...lengths);
    if (lengths.length < 3 || !isEven(lengths) || longest > first * growth + 50) return [];
    const advice = diagnosisOf(gaps[0]?.failed.id ?? -1)?.row.retry.advice;
    const from = advice?.kind === 'back-off' ? advice : undefined;
    return [
      {
        saw: `${lengths.length} pauses of about ${seconds(first)} each`,
        right: from
          ? `Begin with ${from.firstSeconds} s and take ${from.factor} times as long each time, up to ${from.mostSeconds} s, with random jitter.`
          : 'Let each pause be longer than the one before.',
        rests: gaps.flatMap(({ failed, again }, i) => (i === 0 ? [failed.id, again.id] : [again.id])),
      },
    ];
  },
};

/** Pauses of full jitter are of all lengths, and an unlucky row of them need not grow. */
function isEven(lengths: readonly number[]): boolean {
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  return lengths.every((each) => Math.abs(each - mean) <= mean * 0.1 + 50);
}
