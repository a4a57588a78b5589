// The types of a sequence rule: it examines one exchange among those before and after it. One file each.

import type { Citation } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Observation, Rule } from '../../model/finding.ts';
import type { Attempts } from '../../session/attempts.ts';
import type { Session } from '../../session/session.ts';

export interface SequenceRule extends Rule {
  readonly citation: Citation;
  /** Ids of rules that say less about the same requests: their findings are left out. */
  readonly supersedes?: readonly string[];
  /** Pure and total. An empty list where there is nothing to report. */
  readonly run: (sequence: SequenceContext) => readonly SequenceObservation[];
}

/** `relatedIds` has all exchanges of the sequence, the one under inspection too. */
type SequenceObservation = Observation & { readonly fix: string; readonly relatedIds: readonly number[] };

/** One exchange, its attempts, and the session around it. */
export interface SequenceContext {
  readonly exchange: Exchange;
  readonly attempts: Attempts | undefined;
  readonly session: Session;
  exchangeOf(id: number): Exchange | undefined;
  diagnosisOf(id: number): Diagnosis | undefined;
  readonly nowMs: number;
}
