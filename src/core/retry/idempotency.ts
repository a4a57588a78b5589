// Whether Xero stored the response under the request's Idempotency-Key, by the status.

import { type IdempotencyOutcome, keyFates } from '../../catalogue/idempotency-outcomes.ts';

/** `byXero`: the response is evidently Xero's. The status of another server reveals nothing about the key. */
export function idempotencyOutcome(status: number, byXero = true): IdempotencyOutcome {
  return fates.get(status) ?? (byXero ? 'cached' : 'unknown');
}

const fates: ReadonlyMap<number, IdempotencyOutcome> = new Map(
  keyFates.flatMap(({ fate, statuses }) => statuses.map((status) => [status, fate] as const)),
);
