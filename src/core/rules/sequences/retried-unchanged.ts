// Retried unchanged, even though the response says that this can't succeed.

import { responseCodes } from '../../../catalogue/citation.ts';
import { isStripped } from '../../model/exchange.ts';
import { retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'retried-unchanged',
  title: 'Retried unchanged',
  severity: 'error',
  citation: responseCodes,
  run({ attempts, exchangeOf, diagnosisOf }) {
    const repeated = retryIntervals(attempts).filter(({ failed, again }) => {
      const row = diagnosisOf(failed.id)?.row;
      const isSame = failed.request === again.request && failed.body === again.body;
      // If it succeeded, something else has changed.
      return row?.retry.action.kind === 'fix-first' && again.failed && isSame && isSameToken(failed.id, again.id);
    });
    const first = repeated[0];
    const row = first && diagnosisOf(first.failed.id)?.row;
    if (first === undefined || row === undefined) return [];
    const times = repeated.length === 1 ? 'once' : `${repeated.length} times`;
    return [
      {
        observed: `Retried ${times} without changes after ${first.failed.status || 'no response'}: ${row.title}`,
        fix: row.retry.advice,
        relatedIds: [...new Set(repeated.flatMap(({ failed, again }) => [failed.id, again.id]))],
        citation: row.retry.citation,
      },
    ];

    function isSameToken(a: number, b: number): boolean {
      const [first, second] = [exchangeOf(a)?.request.token, exchangeOf(b)?.request.token];
      return !isStripped(first) && !isStripped(second) && first?.fingerprint === second?.fingerprint;
    }
  },
};
