// Merges the diagnosis with the cause that was found, so that all that is said about a response agrees.

import type { Diagnosis } from '../../diagnose/diagnose.ts';
import { statementOf } from '../../model/finding.ts';
import { bestCause } from './best-cause.ts';
import type { LikelyCause } from './likely-causes.ts';

/** The diagnosis with the reason and the fix of the best cause, if that is likely or certain. */
export function withCause(diagnosis: Diagnosis, causes: readonly LikelyCause[]): Diagnosis {
  const cause = bestCause(diagnosis, causes);
  if (cause === undefined || cause.certainty === 'possible') return diagnosis;
  const { row } = diagnosis;
  const { action } = row.retry;
  const statement = statementOf(cause);
  return {
    ...diagnosis,
    row: {
      ...row,
      why: {
        text: cause.certainty === 'certain' ? statement : `Probable cause: ${statement}`,
        citation: cause.citation,
      },
      fix: cause.fix,
      retry: action.kind === 'fix-first' ? { ...row.retry, advice: FIX_FIRST } : row.retry,
      citations: [cause.citation, ...row.citations],
    },
  };
}

const FIX_FIRST = 'Fix the cause first. The same request gets the same response.';
