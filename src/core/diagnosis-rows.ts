// Every diagnosis in all its words: the catalogue's rows with their variants filled up.

import {
  type DiagnosisId,
  type DiagnosisRow,
  type DiagnosisVariant,
  diagnoses,
  type Selector,
} from '../catalogue/diagnoses.ts';

/** In the order in which they are tried: a row's variants, then the row. Several may have one id. */
export const diagnosisRows: readonly WordedRow[] = diagnoses.flatMap((row) => [
  ...variantsOf(row).map((variant) => ({ ...row, ...variant })),
  row,
]);

export type WordedRow = DiagnosisRow & { readonly id: DiagnosisId };

/** Whether the words are those of a variant, which may know less of who answered than the id tells. */
export function isVariant(row: DiagnosisRow): boolean {
  return !(diagnoses as readonly DiagnosisRow[]).includes(row);
}

/** All that selects a row or one of its variants. */
export function selectorsOf({ when, variants = [] }: DiagnosisRow): readonly Selector[] {
  return [...when, ...variants.flatMap((variant) => variant.when)];
}

function variantsOf({ variants = [] }: DiagnosisRow): readonly DiagnosisVariant[] {
  return variants;
}
