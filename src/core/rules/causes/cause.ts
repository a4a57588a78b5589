// What a cause is: it joins a refusal with what the checks saw and with what came before, and says why it was refused. One file each.

import type { Citation } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { CheckContext } from '../checks/check.ts';
import type { CheckFinding } from '../checks/run-checks.ts';
import type { History } from './history.ts';

export interface CauseRule {
  /** Stable. */
  readonly id: string;
  /** Xero's statuses that it can explain. */
  readonly statuses: readonly number[];
  /** Pure and total. Nothing to say: an empty list. */
  readonly run: (refusal: FailedRequest) => readonly Cause[];
}

export interface FailedRequest {
  readonly call: CheckContext;
  readonly diagnosis: Diagnosis;
  readonly findings: readonly CheckFinding[];
  /** `Xero-Tenant-Id` of the call, in lower case. */
  readonly tenant: string | undefined;
  readonly ids: PathIds;
  /** What the log told before the call. */
  readonly history: History;
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
  readonly certainty: Certainty;
  /** The exchanges that it rests on. */
  readonly relatedIds: readonly number[];
  readonly citation: Citation;
  /** What a check saw, where that is the cause. */
  readonly finding?: CheckFinding | undefined;
}
