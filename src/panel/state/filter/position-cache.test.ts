import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../core/model/exchange.ts';
import { exchange } from '../../../testing/exchange.ts';
import { createPositionCache } from './position-cache.ts';

test('has what was remembered of an exchange stand where it does now, however the list changes', () => {
  const change = fc.record({ from: fc.nat(30), out: fc.nat(3), into: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const ids = createPositionCache<number>();
      const list: Exchange[] = [];
      let last = 0;
      for (const { from, out, into } of changes) {
        const first = last;
        list.splice(from, out, ...Array.from({ length: into }, () => exchange({ id: ++last })));
        ids.reconcile([...list]);
        expect(Array.from(ids.values)).toEqual(list.map(({ id }) => (id > first ? undefined : id)));
        for (const [at, { id }] of list.entries()) ids.values[at] = id;
      }
    }),
  );
});

test('finds all again after a long list has let go of its beginning', () => {
  const list = Array.from({ length: 1_500 }, (_, id) => exchange({ id }));
  const ids = createPositionCache<number>();
  ids.reconcile(list);
  for (const [at, { id }] of list.entries()) ids.values[at] = id;
  ids.reconcile(list.slice(500));
  expect(ids.values).toEqual(list.slice(500).map(({ id }) => id));
});
