// Every diagnosis in all its words: the catalogue's rows with their variants filled up.

import { type DiagnosisId, diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow, Selector } from '../../catalogue/diagnoses/row.ts';

export type ResolvedDiagnosis = DiagnosisRow & { readonly id: DiagnosisId };

const rows: readonly ResolvedDiagnosis[] = diagnoses;

/** In the order in which they are tried: a row's variants, then the row. Several may have one id. */
export const diagnosisRows: readonly ResolvedDiagnosis[] = rows.flatMap((row) => [
  ...(row.variants ?? []).map((variant) => ({ ...row, ...variant })),
  row,
]);

/** Whether the words are those of a variant, which may know less of who answered than the id tells. */
export function isVariant(row: ResolvedDiagnosis): boolean {
  return !rows.includes(row);
}

/** All that selects a row or one of its variants. */
export function selectorsOf({ when, variants = [] }: DiagnosisRow): readonly Selector[] {
  return [...when, ...variants.flatMap((variant) => variant.when)];
}
