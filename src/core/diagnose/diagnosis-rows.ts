// The catalogue's diagnoses, with each variant as a complete row.

import { type DiagnosisId, diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow, DiagnosisVariant, Selector } from '../../catalogue/diagnoses/row.ts';

export type ResolvedDiagnosis = DiagnosisRow & { readonly id: DiagnosisId } & Pick<DiagnosisVariant, 'isAsSpecific'>;

const rows: readonly ResolvedDiagnosis[] = diagnoses;

/** In order of precedence: a row's variants, then the row. All have the same id. */
export const diagnosisRows: readonly ResolvedDiagnosis[] = rows.flatMap((row) => [
  ...(row.variants ?? []).map((variant) => ({ ...row, ...variant })),
  row,
]);

/** Whether the row has the texts of a variant that is less specific than the id, for example about the origin. */
export function isLessSpecific(row: ResolvedDiagnosis): boolean {
  return !rows.includes(row) && row.isAsSpecific !== true;
}

/** The selectors of a row and of its variants. */
export function selectorsOf({ when, variants = [] }: DiagnosisRow): readonly Selector[] {
  return [...when, ...variants.flatMap((variant) => variant.when)];
}
