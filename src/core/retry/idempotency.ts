// What became of the Idempotency-Key of a call, by its answer.

import { type IdempotencyOutcome, keyFates } from '../../catalogue/idempotency-outcomes.ts';

/** `byXero`: it shows that Xero answered. A status that another server gave tells nothing of the key. */
export function idempotencyOutcome(status: number, byXero = true): IdempotencyOutcome {
  return fates.get(status) ?? (byXero ? 'cached' : 'unknown');
}

const fates: ReadonlyMap<number, IdempotencyOutcome> = new Map(
  keyFates.flatMap(({ fate, statuses }) => statuses.map((status) => [status, fate] as const)),
);
