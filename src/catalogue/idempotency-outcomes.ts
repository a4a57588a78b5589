// Source: Xero's guide on idempotent requests, read 2026-11-22, and our own deduction of who gives which answer. What an answer tells of the
// Idempotency-Key that was sent: by its status, where that is another fate than `cached`.

import { type Citation, idempotency, inference } from './citation.ts';

/**
 * `cached`: the API answered, and keeps the answer under the key. `not-evaluated`: refused before the key was looked at. `not-cached`: a gateway
 * answered, or nobody; the call may have been carried out under the key all the same. `unknown`: the API's or a gateway's answer.
 */
export type IdempotencyOutcome = 'cached' | 'not-evaluated' | 'not-cached' | 'unknown';

export interface KeyFateRow {
  readonly fate: Exclude<IdempotencyOutcome, 'cached'>;
  readonly statuses: readonly number[];
  readonly citation: Citation;
}

export const keyFates: readonly KeyFateRow[] = [
  { fate: 'not-evaluated', statuses: [401, 403, 429], citation: inference },
  { fate: 'not-cached', statuses: [0, 502, 504], citation: inference },
  // Errors from 500 on are kept as others are; but pages of the infrastructure have this status, too.
  { fate: 'unknown', statuses: [503], citation: idempotency },
];
