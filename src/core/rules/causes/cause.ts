// The types of a cause rule: it explains a failed request by the findings of the checks and by earlier exchanges. One file each.

import type { Citation } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Observation } from '../../model/finding.ts';
import type { CheckContext } from '../check-support/check.ts';
import type { CheckFinding } from '../run-checks/run-checks.ts';
import type { History } from './history.ts';

export interface CauseRule {
  /** Stable. */
  readonly id: string;
  /** The statuses that it can explain. */
  readonly statuses: readonly number[];
  /** It only explains requests outside the Projects API, such as `/connections`. */
  readonly isOutsideProjects?: true;
  /** Pure and total. An empty list where there is nothing to report. */
  readonly run: (refusal: FailedRequest) => readonly Cause[];
}

export interface FailedRequest {
  readonly context: CheckContext;
  readonly diagnosis: Diagnosis;
  readonly findings: readonly CheckFinding[];
  /** The request's `Xero-Tenant-Id`, in lower case. */
  readonly tenant: string | undefined;
  readonly ids: PathIds;
  /** Exchanges before the request. */
  readonly history: History;
}

/** The ids in the path, in lower case. */
export interface PathIds {
  readonly projectId?: string;
  readonly taskId?: string;
  readonly timeEntryId?: string;
}

export interface Cause extends Observation {
  readonly fix: string;
  readonly certainty: Certainty;
  readonly relatedIds: readonly number[];
  readonly citation: Citation;
  /** The finding of a check, if that is the cause; the first if there are several. */
  readonly finding?: CheckFinding | undefined;
  /** The findings of all the fields that Xero names, if they are the cause. */
  readonly findings?: readonly CheckFinding[];
  /** The tenant ID to send instead, if the log has one. */
  readonly tenantToSend?: string | undefined;
}
