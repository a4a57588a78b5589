// The request succeeded after retries.

import { inference } from '../../../catalogue/citation.ts';
import { formatSeconds } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'recovered',
  title: 'Recovered',
  severity: 'success',
  citation: { ...inference, basis: 'recorded', title: 'the exchanges of this log' },
  run({ attempts }) {
    const calls = attempts?.calls ?? [];
    const [first, last] = [calls[0], calls.at(-1)];
    if (first === undefined || last === undefined || last.failed) return [];
    return [
      {
        observed: `Try ${calls.length} worked, ${formatSeconds(last.endMs - first.startedMs)} after the first began`,
        fix: '',
        relatedIds: [last.id],
      },
    ];
  },
};
