// Diagnoses an exchange: the catalogue's row for its response, and the details of this exchange.

import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import { diagnosisRows, type ResolvedDiagnosis, rowsWithStatus } from './diagnosis-rows.ts';
import { type FieldError, fieldErrors } from './field-errors.ts';
import { createSubject, matchesSelector } from './matches-selector.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';

export interface Diagnosis {
  readonly id: DiagnosisId;
  /** With the texts of the variant that matches, if any. */
  readonly row: ResolvedDiagnosis;
  readonly evidence: ParsedResponse;
  readonly fieldErrors: readonly FieldError[];
  /** For Xero support: from the header, or else from the error itself. */
  readonly correlationId: string | undefined;
}

/** Pure and total: every exchange has a diagnosis, `undocumented` if no other row matches. Never throws. */
export function diagnose(exchange: Exchange): Diagnosis {
  const evidence = parseResponse(exchange);
  const subject = createSubject(exchange, evidence);
  const row =
    rowsWithStatus(evidence.status).find(({ when }) => when.some((each) => matchesSelector(each, subject))) ?? fallback;
  const { match, request } = exchange;
  return {
    id: row.id,
    row,
    evidence,
    fieldErrors: evidence.modelState ? fieldErrors(evidence.modelState, request.body, match.operation) : [],
    correlationId: getHeader(evidence.headers, 'xero-correlation-id') ?? evidence.instance,
  };
}

const fallback = diagnosisRows[diagnosisRows.length - 1] as ResolvedDiagnosis;
