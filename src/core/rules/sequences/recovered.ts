// The request succeeded after retries.

import { inference } from '../../../catalogue/citation.ts';
import { unguardedWrites } from '../../session/attempts.ts';
import { formatDuration } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'recovered',
  title: 'Recovered',
  severity: 'success',
  citation: { ...inference, basis: 'recorded', title: 'The requests in this log' },
  run({ attempts }) {
    const exchanges = attempts?.exchanges ?? [];
    const [first, last] = [exchanges[0], exchanges.at(-1)];
    if (attempts === undefined || first === undefined || last === undefined || last.failed) return [];
    // An earlier attempt may have succeeded, too.
    if (unguardedWrites(attempts, exchanges.length - 1).length > 0) return [];
    return [
      {
        observed: `Attempt ${exchanges.length} succeeded, ${formatDuration(last.endMs - first.startedMs)} after the first one started`,
        fix: '',
        relatedIds: [last.id],
      },
    ];
  },
};
