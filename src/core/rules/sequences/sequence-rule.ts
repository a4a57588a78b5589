// What a judgement is: it looks at what a sequence of calls shows and says what went wrong, or right, in numbers. One file each.

import type { Source } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Attempts } from '../../session/attempts.ts';
import type { Session } from '../../session/session.ts';

export interface Judgement {
  /** Stable: tests and reports name it. */
  readonly id: string;
  /** The failing state, a noun phrase. */
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'note' | 'success';
  readonly source: Source;
  /** Pure and total. Nothing to say: an empty list. */
  readonly run: (sequence: Sequence) => readonly Verdict[];
}

export interface Verdict {
  /** What was seen, in numbers; backticks mark code, and text from the wire goes through `quote`. */
  readonly saw: string;
  /** What would have been right: one imperative sentence. */
  readonly right: string;
  /** The exchanges that it rests on. */
  readonly rests: readonly number[];
  /** Where they differ from the judgement's own. */
  readonly severity?: Judgement['severity'];
  readonly source?: Source;
}

/** What a judgement looks at: one call, the attempts that it stands in, and all that is known around it. */
export interface Sequence {
  readonly exchange: Exchange;
  readonly attempts: Attempts | undefined;
  readonly session: Session;
  exchangeOf(id: number): Exchange | undefined;
  diagnosisOf(id: number): Diagnosis | undefined;
  readonly nowMs: number;
}
