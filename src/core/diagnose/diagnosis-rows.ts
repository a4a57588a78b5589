// The catalogue's diagnoses, with each variant as a complete row.

import { type DiagnosisId, diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow, DiagnosisVariant, Selector } from '../../catalogue/diagnoses/row.ts';
import { includesStatus } from './matches-selector.ts';

export type ResolvedDiagnosis = DiagnosisRow & {
  readonly id: DiagnosisId;
  /** Whether it has the texts of a variant. */
  readonly isVariant?: true;
} & Pick<DiagnosisVariant, 'isAsSpecific'>;

const rows: readonly ResolvedDiagnosis[] = diagnoses;

/** In order of precedence: a row's variants, then the row. All have the same id. */
export const diagnosisRows: readonly ResolvedDiagnosis[] = rows.flatMap((row) => [
  ...(row.variants ?? []).map((variant) => ({ ...withVariant(row, variant), isVariant: true as const })),
  row,
]);

/** The rows that can match a response with this status, in the same order. Three quarters of the rows can't. */
export function rowsWithStatus(status: number): readonly ResolvedDiagnosis[] {
  let found = rowsByStatus.get(status);
  if (found === undefined) {
    found = diagnosisRows.filter(({ when }) => when.some((selector) => includesStatus(selector, status)));
    rowsByStatus.set(status, found);
  }
  return found;
}

const rowsByStatus = new Map<number, readonly ResolvedDiagnosis[]>();

/** The row with the texts of a variant. */
export function withVariant<Row extends DiagnosisRow>(row: Row, variant: DiagnosisVariant): Row & DiagnosisVariant {
  // A variant with its own meaning has no reason unless it has its own.
  const why = variant.meaning === undefined ? row.why : undefined;
  return { ...row, why, ...variant };
}

/**
 * Whether the row has the texts of a variant that is less specific than the id, for example about the origin. The row may be from the other
 * page of the extension, whose rows are other objects.
 */
export function isLessSpecific({ isVariant, isAsSpecific }: ResolvedDiagnosis): boolean {
  return isVariant === true && isAsSpecific !== true;
}

/** The selectors of a row and of its variants. */
export function selectorsOf({ when, variants = [] }: DiagnosisRow): readonly Selector[] {
  return [...when, ...variants.flatMap((variant) => variant.when)];
}
