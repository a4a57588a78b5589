// Source: Xero's guide on idempotent requests, read 2026-11-22, and our own deduction of who sends which response.
// What the status of a response says about the Idempotency-Key that was sent. Statuses without a row: `cached`.

import { type Citation, idempotency, inference } from './citation.ts';

/**
 * `cached`: the API responded, and caches the response under the key. `not-evaluated`: refused before the key was checked. `not-cached`: a
 * gateway or nothing responded, but Xero may still have executed the request under the key. `unknown`: the response is the API's or a gateway's.
 */
export type IdempotencyOutcome = 'cached' | 'not-evaluated' | 'not-cached' | 'unknown';

export interface IdempotencyOutcomeRow {
  readonly outcome: Exclude<IdempotencyOutcome, 'cached'>;
  readonly statuses: readonly number[];
  readonly citation: Citation;
}

export const idempotencyOutcomes: readonly IdempotencyOutcomeRow[] = [
  { outcome: 'not-evaluated', statuses: [401, 403, 429], citation: inference },
  { outcome: 'not-cached', statuses: [0, 502, 504], citation: inference },
  // Errors from 500 on are cached like others, but infrastructure pages also have this status.
  { outcome: 'unknown', statuses: [503], citation: idempotency },
];
