// What happened, and the general reason for it.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';

/** Both in one paragraph. */
export function fullMeaning({ meaning, why }: Pick<DiagnosisRow, 'meaning' | 'why'>): string {
  return why === undefined ? meaning : `${meaning} ${why.text}`;
}
