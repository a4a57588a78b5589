// What a judgement is: it looks at what a sequence of calls shows and says what went wrong, or right, in numbers. One file each.

import type { Citation } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Attempts } from '../../session/attempts.ts';
import type { Session } from '../../session/session.ts';

export interface SequenceRule {
  /** Stable: tests and reports name it. */
  readonly id: string;
  /** The failing state, a noun phrase. */
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'note' | 'success';
  readonly citation: Citation;
  /** Pure and total. Nothing to say: an empty list. */
  readonly run: (sequence: SequenceContext) => readonly SequenceFinding[];
}

export interface SequenceFinding {
  /** What was seen, in numbers; backticks mark code, and text from the wire goes through `quote`. */
  readonly observed: string;
  /** What would have been recommendation: one imperative sentence. */
  readonly recommendation: string;
  /** The exchanges that it rests on. */
  readonly relatedIds: readonly number[];
  /** Where they differ from the judgement's own. */
  readonly severity?: SequenceRule['severity'];
  readonly citation?: Citation;
}

/** What a judgement looks at: one call, the attempts that it stands in, and all that is known around it. */
export interface SequenceContext {
  readonly exchange: Exchange;
  readonly attempts: Attempts | undefined;
  readonly session: Session;
  exchangeOf(id: number): Exchange | undefined;
  diagnosisOf(id: number): Diagnosis | undefined;
  readonly nowMs: number;
}
