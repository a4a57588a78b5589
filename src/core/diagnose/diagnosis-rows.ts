// The catalogue's diagnoses, with each variant as a complete row.

import { type DiagnosisId, diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow, Selector } from '../../catalogue/diagnoses/row.ts';

export type ResolvedDiagnosis = DiagnosisRow & { readonly id: DiagnosisId };

const rows: readonly ResolvedDiagnosis[] = diagnoses;

/** In order of precedence: a row's variants, then the row. All have the same id. */
export const diagnosisRows: readonly ResolvedDiagnosis[] = rows.flatMap((row) => [
  ...(row.variants ?? []).map((variant) => ({ ...row, ...variant })),
  row,
]);

/** Whether the row has the texts of a variant, which may be less specific about the origin than the id. */
export function isVariant(row: ResolvedDiagnosis): boolean {
  return !rows.includes(row);
}

/** The selectors of a row and of its variants. */
export function selectorsOf({ when, variants = [] }: DiagnosisRow): readonly Selector[] {
  return [...when, ...variants.flatMap((variant) => variant.when)];
}
