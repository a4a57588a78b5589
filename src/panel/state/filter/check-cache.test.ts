// From which call on the checks are asked again as the log changes.

import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createCheckCache } from './check-cache.ts';

const read = (id: number, startedMs = id) => exchange({ id, startedMs });
const keyed = (id: number, startedMs = id) => exchange({ id, startedMs, sentHeaders: { 'idempotency-key': 'k' } });
const [a, b, c, d] = [keyed(1), read(2), keyed(3), read(4)] as const;

test.each<[string, Exchange[], Exchange[], number]>([
  ['nothing changed', [a, b, c, d], [a, b, c, d], 4],
  ['a call came that no check looks back at', [a, b, c], [a, b, c, d], 4],
  ['a call came as the last', [a, b], [a, b, c], 3],
  ['one came between', [a, b, d], [a, b, c, d], 3],
  ['one came at the beginning', [b, c, d], [a, b, c, d], 1],
  ['one was replaced', [a, b, c, d], [{ ...a }, b, c, d], 1],
  ['one came at the same time as another', [a, b], [a, b, keyed(5, 2)], 3],
  ['one came without a time', [a, b], [a, b, keyed(5, Number.NaN)], 3],
  ['the oldest was let go', [a, b, c, d], [b, c, d], 3],
])('where %s', (_, before, after, from) => {
  const { invalidateFrom } = createCheckCache();
  invalidateFrom(before);
  expect(invalidateFrom(after)).toBe(from);
});
