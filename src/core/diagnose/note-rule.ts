// Note rules: each reports something unusual about one exchange beyond its diagnosis.

import type { Citation } from '../../catalogue/citation.ts';
import type { Exchange } from '../model/exchange.ts';
import { type Finding, type Observation, type Rule, toFinding } from '../model/finding.ts';
import type { Diagnosis } from './diagnose.ts';

export interface NoteRule extends Rule {
  readonly severity: 'note';
  readonly citation: Citation;
  /** Pure and total. Text from the wire appears only as short, plain values. */
  readonly observe: (exchange: Exchange, diagnosis: Diagnosis) => Observation | undefined;
}

/** At most one finding per rule, in the order of the rules. */
export function runNoteRules(rules: readonly NoteRule[], exchange: Exchange, diagnosis: Diagnosis): Finding[] {
  return rules.flatMap((rule) => {
    const observation = rule.observe(exchange, diagnosis);
    return observation === undefined ? [] : [toFinding('note', rule, observation)];
  });
}
