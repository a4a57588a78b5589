// Says what an answer of the Projects API means: the row of the catalogue that fits, and what is particular to this exchange.

import type { DiagnosisId } from '../../catalogue/diagnoses.ts';
import { type Exchange, header } from '../model/exchange.ts';
import { diagnosisRows, type WordedRow } from './diagnosis-rows.ts';
import { type FieldError, fieldErrors } from './field-errors.ts';
import { selects } from './matches-selector.ts';
import { type Evidence, evidence } from './parse-response.ts';

export interface Diagnosis {
  readonly id: DiagnosisId;
  /** In the words that fit: of a variant, where one holds. */
  readonly row: WordedRow;
  readonly evidence: Evidence;
  readonly fieldErrors: readonly FieldError[];
  /** To quote to Xero support: from the header, else from the envelope. */
  readonly correlationId: string | undefined;
}

/** Pure and total: every exchange has a diagnosis, `undocumented` where nothing else fits. Never throws. */
export function diagnose(exchange: Exchange): Diagnosis {
  const seen = evidence(exchange);
  const row = diagnosisRows.find((each) => each.when.some((selector) => selects(selector, exchange, seen))) ?? fallback;
  const { recognition, request, response } = exchange;
  return {
    id: row.id,
    row,
    evidence: seen,
    fieldErrors: seen.modelState ? fieldErrors(seen.modelState, request.body, recognition.operation) : [],
    correlationId: header(response.headers, 'xero-correlation-id') ?? seen.instance,
  };
}

const fallback = diagnosisRows[diagnosisRows.length - 1] as WordedRow;
