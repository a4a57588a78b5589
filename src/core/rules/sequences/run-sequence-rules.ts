// Runs every judgement over one call and the attempts that it stands in.

import type { Source } from '../../../catalogue/citation.ts';
import { allJudgements } from './all.ts';
import type { Judgement, Sequence, Verdict } from './sequence-rule.ts';

export interface Judged extends Verdict {
  readonly judgement: Judgement;
  readonly severity: Judgement['severity'];
  readonly source: Source;
}

/** Errors first, then warnings, notes and what went well. Never throws. */
export function judge(sequence: Sequence): Judged[] {
  const order: readonly Judgement['severity'][] = ['error', 'warning', 'note', 'success'];
  return allJudgements
    .flatMap((judgement) =>
      judgement.run(sequence).map((verdict) => ({
        severity: judgement.severity,
        source: judgement.source,
        ...verdict,
        judgement,
      })),
    )
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
