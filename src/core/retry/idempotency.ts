// What became of the Idempotency-Key of a call, by its answer.

import { type KeyFate, keyFates } from '../../catalogue/idempotency-outcomes.ts';

/** `byXero`: it shows that Xero answered. A status that another server gave tells nothing of the key. */
export function keyFate(status: number, byXero = true): KeyFate {
  return fates.get(status) ?? (byXero ? 'stored' : 'unsure');
}

const fates: ReadonlyMap<number, KeyFate> = new Map(
  keyFates.flatMap(({ fate, statuses }) => statuses.map((status) => [status, fate] as const)),
);
