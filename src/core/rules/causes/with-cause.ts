// Merges the diagnosis with the cause that was found, so that the explanation and the advice agree.

import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { LikelyCause } from './likely-causes.ts';

/**
 * The diagnosis with the meaning, the fix and the advice of the first cause, if that is likely or certain. A diagnosis by the fields that
 * Xero names stays: nothing explains the response better.
 */
export function withCause(diagnosis: Diagnosis, [cause]: readonly LikelyCause[]): Diagnosis {
  if (cause === undefined || cause.certainty === 'possible' || diagnosis.fieldErrors.length > 0) return diagnosis;
  // Xero would have said something else.
  const confirmedBy = cause.finding?.check.confirmedBy;
  if (confirmedBy !== undefined && confirmedBy !== diagnosis.id) return diagnosis;
  const { row } = diagnosis;
  const { action } = row.retry;
  return {
    ...diagnosis,
    row: {
      ...row,
      meaning: meaningOf(cause),
      fix: cause.fix,
      retry: action.kind === 'fix-first' ? { ...row.retry, advice: FIX_FIRST } : row.retry,
      citations: [cause.citation, ...row.citations],
    },
  };
}

const FIX_FIRST = 'Fix the cause first. The same request gets the same response.';

/** A check's observation is a phrase about a place, so its title makes it a sentence. */
function meaningOf({ certainty, finding, observed }: LikelyCause): string {
  const text = finding === undefined ? observed : `${finding.title}: ${finding.observed}`;
  return certainty === 'certain' ? `${text}.` : `Probable cause: ${text}.`;
}
