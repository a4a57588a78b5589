// What a cause is: it joins a refusal with what the checks saw and with what came before, and says why it was refused. One file each.

import type { Source } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Call } from '../checks/check.ts';
import type { Finding } from '../checks/run-checks.ts';
import type { Memory } from './history.ts';

export interface CauseRule {
  /** Stable. */
  readonly id: string;
  /** Xero's statuses that it can explain. */
  readonly statuses: readonly number[];
  /** Pure and total. Nothing to say: an empty list. */
  readonly run: (refusal: Refusal) => readonly Cause[];
}

export interface Refusal {
  readonly call: Call;
  readonly diagnosis: Diagnosis;
  readonly findings: readonly Finding[];
  /** `Xero-Tenant-Id` of the call, in lower case. */
  readonly tenant: string | undefined;
  readonly ids: PathIds;
  /** What the log told before the call. */
  readonly memory: Memory;
}

/** In lower case, as the path holds them. */
export interface PathIds {
  readonly projectId?: string;
  readonly taskId?: string;
  readonly timeEntryId?: string;
}

export interface Cause {
  /** One sentence; backticks mark code, and text from the wire goes through `quote`. */
  readonly text: string;
  /** One imperative sentence. */
  readonly fix: string;
  readonly sure: Certainty;
  /** The exchanges that it rests on. */
  readonly rests: readonly number[];
  readonly source: Source;
  /** What a check saw, where that is the cause. */
  readonly finding?: Finding | undefined;
}
