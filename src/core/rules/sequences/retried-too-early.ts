// Sent again before the time was over that Xero told.

import { limits } from '../../../catalogue/citation.ts';
import { waitEndMs } from '../../session/limits.ts';
import { gapsOf, seconds } from './retry-intervals.ts';
import type { Judgement } from './sequence-rule.ts';

/** Clocks and timers are not exact. */
const toleranceMs = 500;

export const judgement: Judgement = {
  id: 'retried-too-early',
  title: 'Sent again too early',
  severity: 'error',
  source: limits,
  run({ attempts }) {
    return gapsOf(attempts).flatMap(({ failed, again, ms }) => {
      if (failed.retryAfterSeconds === undefined) return [];
      const early = waitEndMs(failed) - again.startedMs;
      if (early <= toleranceMs) return [];
      return [
        {
          saw: `Sent again after ${seconds(ms)}, ${seconds(early)} too early: \`Retry-After\` was ${failed.retryAfterSeconds} s`,
          right: `Wait the ${failed.retryAfterSeconds} s that \`Retry-After\` tells, and a little at random.`,
          rests: [failed.id, again.id],
        },
      ];
    });
  },
};
