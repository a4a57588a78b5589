// Retried before Retry-After was over.

import { limits } from '../../../catalogue/citation.ts';
import { waitEndMs } from '../../session/limits.ts';
import { formatSeconds, retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

/** Clocks and timers aren't exact. */
const TOLERANCE_MS = 500;

export const rule: SequenceRule = {
  id: 'retried-too-early',
  title: 'Sent again too early',
  severity: 'error',
  citation: limits,
  run({ attempts }) {
    return retryIntervals(attempts).flatMap(({ failed, again, ms }) => {
      if (failed.retryAfterSeconds === undefined) return [];
      const early = waitEndMs(failed) - again.startedMs;
      if (early <= TOLERANCE_MS) return [];
      return [
        {
          observed: `Sent again after ${formatSeconds(ms)}, ${formatSeconds(early)} too early: \`Retry-After\` was ${failed.retryAfterSeconds} s`,
          fix: `Wait the ${failed.retryAfterSeconds} s that \`Retry-After\` tells, and a little at random.`,
          relatedIds: [failed.id, again.id],
        },
      ];
    });
  },
};
