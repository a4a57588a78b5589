// Says what an answer of the Projects API means: the row of the catalogue that fits, and what is particular to this exchange.

import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import { diagnosisRows, type ResolvedDiagnosis } from './diagnosis-rows.ts';
import { type FieldError, fieldErrors } from './field-errors.ts';
import { matchesSelector } from './matches-selector.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';

export interface Diagnosis {
  readonly id: DiagnosisId;
  /** In the words that fit: of a variant, where one holds. */
  readonly row: ResolvedDiagnosis;
  readonly evidence: ParsedResponse;
  readonly fieldErrors: readonly FieldError[];
  /** To quote to Xero support: from the header, else from the envelope. */
  readonly correlationId: string | undefined;
}

/** Pure and total: every exchange has a diagnosis, `undocumented` where nothing else fits. Never throws. */
export function diagnose(exchange: Exchange): Diagnosis {
  const seen = parseResponse(exchange);
  const row =
    diagnosisRows.find((each) => each.when.some((selector) => matchesSelector(selector, exchange, seen))) ?? fallback;
  const { match, request, response } = exchange;
  return {
    id: row.id,
    row,
    evidence: seen,
    fieldErrors: seen.modelState ? fieldErrors(seen.modelState, request.body, match.operation) : [],
    correlationId: getHeader(response.headers, 'xero-correlation-id') ?? seen.instance,
  };
}

const fallback = diagnosisRows[diagnosisRows.length - 1] as ResolvedDiagnosis;
