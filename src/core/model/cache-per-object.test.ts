import { expect, test, vi } from 'vitest';
import { cachePerObject } from './cache-per-object.ts';

test.each(['a value', undefined])('computes %s once per object', (value) => {
  const compute = vi.fn((_: object) => value);
  const cached = cachePerObject(compute);
  const [one, other] = [{}, {}];
  expect([cached(one), cached(one), cached(other)]).toEqual([value, value, value]);
  expect(compute.mock.calls).toEqual([[one], [other]]);
});
