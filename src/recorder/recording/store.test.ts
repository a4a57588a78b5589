import { describe, expect, test } from 'vitest';
import { createStore } from './store.ts';

const sequences = (entries: readonly { sequence: number }[]) => entries.map(({ sequence }) => sequence);

describe('a store', () => {
  test('numbers entries from 1, and returns those after a cursor', () => {
    const store = createStore();
    for (const each of ['a', 'b', 'c']) store.add((sequence) => `${sequence}${each}`);
    expect(store.after(1).map(({ json }) => String(json))).toEqual(['2b', '3c']);
    expect(store.last()).toBe(3);
  });

  test.each([
    ['of a reader that is behind', 0, [4, 5], 3],
    ['of a reader that has some of the evicted entries', 2, [4, 5], 1],
    ['of a reader that has all evicted entries', 3, [4, 5], 0],
    ['of a reader that has all', 5, [], 0],
    ['from the future', 9, [], 0],
  ])('evicts the oldest entries beyond its limit, and counts them: a cursor %s', (_, cursor, left, evicted) => {
    const store = createStore(2);
    for (let i = 0; i < 5; i++) store.add(() => 'x');
    expect(sequences(store.after(cursor))).toEqual(left);
    expect(store.evictedAfter(cursor)).toBe(evicted);
  });

  test('stays within its limit of bytes', () => {
    const store = createStore(1_000, 100);
    for (let i = 0; i < 9; i++) store.add(() => 'é'.repeat(15));
    expect(sequences(store.after(0))).toEqual([7, 8, 9]);
  });

  test('stores at most 1,000 entries and 16 MB', () => {
    const store = createStore();
    for (let i = 0; i < 1_200; i++) store.add(() => 'x');
    expect(store.after(0)).toHaveLength(1_000);
    for (let i = 0; i < 20; i++) store.add(() => 'x'.repeat(1_000_000));
    expect(store.after(0)).toHaveLength(16);
  });

  test('assigns no number to an entry that can’t be serialized', () => {
    const store = createStore();
    const broken = () => {
      throw new Error('broken');
    };
    expect(() => store.add(broken)).toThrow('broken');
    expect(store.add((sequence) => String(sequence)).sequence).toBe(1);
  });
});
