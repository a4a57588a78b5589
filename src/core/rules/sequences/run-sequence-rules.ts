// Runs every sequence rule on one exchange.

import { bySeverity, type Finding, toFinding } from '../../model/finding.ts';
import { sequenceRules } from './all.ts';
import type { SequenceContext } from './sequence-rule.ts';

/** Errors first, then warnings, notes and successes. Never throws. */
export function runSequenceRules(sequence: SequenceContext): Finding[] {
  const reported = sequenceRules
    .map((rule) => ({ rule, observations: rule.run(sequence) }))
    .filter(({ observations }) => observations.length > 0);
  const superseded = new Set(reported.flatMap(({ rule }) => rule.supersedes ?? []));
  return reported
    .filter(({ rule }) => !superseded.has(rule.id))
    .flatMap(({ rule, observations }) => observations.map((each) => toFinding('sequence', rule, each)))
    .sort(bySeverity);
}
