// Runs every sequence rule on one exchange.

import { bySeverity, type Finding, toFinding } from '../../model/finding.ts';
import { sequenceRules } from './all.ts';
import type { SequenceContext } from './sequence-rule.ts';

/** Errors first, then warnings, notes and successes. Never throws. */
export function runSequenceRules(sequence: SequenceContext): Finding[] {
  return sequenceRules
    .flatMap((rule) => rule.run(sequence).map((observation) => toFinding('sequence', rule, observation)))
    .sort(bySeverity);
}
