// From which exchange on the results of checks are invalidated as the log changes.

import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createCheckCache } from './check-cache.ts';

const read = (id: number, startedMs = id) => exchange({ id, startedMs });
const keyed = (id: number, startedMs = id) => exchange({ id, startedMs, sentHeaders: { 'idempotency-key': 'k' } });
const [a, b, c, d] = [keyed(1), read(2), keyed(3), read(4)] as const;

test.each<[string, Exchange[], Exchange[], number]>([
  ['nothing changed', [a, b, c, d], [a, b, c, d], 4],
  ['an exchange that no check looks back at was added', [a, b, c], [a, b, c, d], 4],
  ['an exchange was added at the end', [a, b], [a, b, c], 3],
  ['one was inserted', [a, b, d], [a, b, c, d], 3],
  ['one was inserted at the start', [b, c, d], [a, b, c, d], 1],
  ['one was replaced', [a, b, c, d], [{ ...a }, b, c, d], 1],
  ['one was added with the time of another', [a, b], [a, b, keyed(5, 2)], 3],
  ['one was added without a time', [a, b], [a, b, keyed(5, Number.NaN)], 3],
  ['the oldest was evicted', [a, b, c, d], [b, c, d], 3],
])('if %s', (_, before, after, from) => {
  const { invalidateFrom } = createCheckCache();
  invalidateFrom(before);
  expect(invalidateFrom(after)).toBe(from);
});
