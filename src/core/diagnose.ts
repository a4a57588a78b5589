// Says what an answer of the Projects API means: the row of the catalogue that fits, and what is particular to this exchange.

import type { DiagnosisId, Selector } from '../catalogue/diagnoses.ts';
import { diagnosisRows, type WordedRow } from './diagnosis-rows.ts';
import { type Evidence, evidence } from './evidence.ts';
import { type Exchange, header } from './exchange.ts';
import { type FieldError, fieldErrors } from './field-errors.ts';

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
  const row = diagnosisRows.find((each) => each.when.some((selector) => holds(selector, exchange, seen))) ?? fallback;
  const { recognition, request, response } = exchange;
  return {
    id: row.id,
    row,
    evidence: seen,
    fieldErrors: seen.modelState ? fieldErrors(seen.modelState, request.body, recognition.operation) : [],
    correlationId: header(response.headers, 'xero-correlation-id') ?? seen.instance,
  };
}

/** Whether a call is shown as gone wrong: it got no success status, or the browser failed it. */
export function hasFailed(exchange: Exchange): boolean {
  return exchange.failure !== undefined || exchange.response.status >= 400 || exchange.response.status === 0;
}

const fallback = diagnosisRows[diagnosisRows.length - 1] as WordedRow;

function holds(selector: Selector, exchange: Exchange, seen: Evidence): boolean {
  if (selector.failure !== exchange.failure?.kind && (selector.failure || selector.status)) return false;
  if (selector.at === 'proxy' && exchange.recognition.tier === 'host') return false;
  if (selector.status && !selector.status.some((each) => statusFits(each, seen.status))) return false;
  if (selector.shape && !selector.shape.includes(seen.shape)) return false;
  if (selector.says && !selector.says.some((each) => seen.says.includes(each))) return false;
  if (selector.header && !headerFits(selector.header, exchange)) return false;
  return !selector.unless?.some((each) => holds(each, exchange, seen));
}

function statusFits(expected: number | string, status: number): boolean {
  return typeof expected === 'number' ? expected === status : expected === `${Math.floor(status / 100)}xx`;
}

function headerFits({ name, includes }: NonNullable<Selector['header']>, exchange: Exchange): boolean {
  const value = header(exchange.response.headers, name)?.toLowerCase();
  if (value === undefined) return false;
  return includes.length === 0 || includes.some((each) => value.includes(each));
}
