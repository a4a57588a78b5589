// The cause that explains a response best.

import type { DiagnosisId } from '../../../catalogue/diagnoses/all.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import type { LikelyCause } from './likely-causes.ts';

/** The first of `causes`, which are in order, that the response doesn't contradict. */
export function bestCause(diagnosis: Diagnosis, causes: readonly LikelyCause[]): LikelyCause | undefined {
  return causes.find(({ certainty, finding }) => {
    if (finding === undefined) return true;
    // Xero would have responded differently to what the check found.
    const { confirmedBy } = finding.check;
    if (confirmedBy !== diagnosis.id && !unspecific.has(diagnosis.id) && (confirmedBy || specific.has(diagnosis.id)))
      return false;
    // If Xero names fields, a rule that another field breaks explains nothing.
    return diagnosis.fieldErrors.length === 0 || certainty === 'certain';
  });
}

/** Diagnoses of responses that say what was wrong. */
const specific: ReadonlySet<DiagnosisId> = new Set([
  ...(['idempotency-key-reused', 'token-expired', 'token-wrong-audience', 'token-invalid-signature'] as const),
  ...(['wrong-api', 'payload-too-large', 'connector-error'] as const),
]);

/** Diagnoses of responses that don't. */
const unspecific: ReadonlySet<DiagnosisId> = new Set(['unauthorized', 'bad-request']);
