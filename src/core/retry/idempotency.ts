// Whether Xero stored the response under the request's Idempotency-Key, by the status.

import { type IdempotencyOutcome, idempotencyOutcomes } from '../../catalogue/idempotency-outcomes.ts';

/** `byXero`: the response is evidently Xero's. The status of another server reveals nothing about the key. */
export function idempotencyOutcome(status: number, byXero = true): IdempotencyOutcome {
  return outcomes.get(status) ?? (byXero ? 'cached' : 'unknown');
}

const outcomes: ReadonlyMap<number, IdempotencyOutcome> = new Map(
  idempotencyOutcomes.flatMap(({ outcome, statuses }) => statuses.map((status) => [status, outcome] as const)),
);
