// It worked in the end.

import { inference } from '../../../catalogue/citation.ts';
import { seconds } from './retry-intervals.ts';
import type { Judgement } from './sequence-rule.ts';

export const judgement: Judgement = {
  id: 'recovered',
  title: 'Recovered',
  severity: 'success',
  source: { ...inference, basis: 'recorded', where: 'the exchanges of this log' },
  run({ attempts }) {
    const calls = attempts?.calls ?? [];
    const [first, last] = [calls[0], calls.at(-1)];
    if (first === undefined || last === undefined || last.failed) return [];
    return [
      {
        saw: `Try ${calls.length} worked, ${seconds(last.endMs - first.startedMs)} after the first began`,
        right: '',
        rests: [last.id],
      },
    ];
  },
};
