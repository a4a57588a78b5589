// Runs every rule over one call and the attempts that it stands in.

import type { Citation } from '../../../catalogue/citation.ts';
import { sequenceRules } from './all.ts';
import type { SequenceContext, SequenceFinding, SequenceRule } from './sequence-rule.ts';

export interface EvaluatedFinding extends SequenceFinding {
  readonly rule: SequenceRule;
  readonly severity: SequenceRule['severity'];
  readonly citation: Citation;
}

/** Errors first, then warnings, notes and what went well. Never throws. */
export function runSequenceRules(sequence: SequenceContext): EvaluatedFinding[] {
  const order: readonly SequenceRule['severity'][] = ['error', 'warning', 'note', 'success'];
  return sequenceRules
    .flatMap((rule) =>
      rule.run(sequence).map((finding) => ({
        severity: rule.severity,
        citation: rule.citation,
        ...finding,
        rule,
      })),
    )
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
