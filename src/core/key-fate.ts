// What became of the Idempotency-Key of a call, by the status of its answer.

import { type KeyFate, keyFates } from '../catalogue/key-fates.ts';

export function keyFate(status: number): KeyFate {
  return fates.get(status) ?? 'stored';
}

const fates: ReadonlyMap<number, KeyFate> = new Map(
  keyFates.flatMap(({ fate, statuses }) => statuses.map((status) => [status, fate] as const)),
);
