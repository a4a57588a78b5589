import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { findMatches, MAX_MATCHES } from './find-matches.ts';

function matches(lines: string[], query: string): readonly number[] {
  const work = findMatches(Text.of(lines), query);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

test.each([
  [['Name', 'rename'], 'NAME', [0, 7]],
  [['a.b', 'aXb'], 'a.b', [0]],
  [['"\\n" [x]'], '\\n" [', [1]],
  [['aaaa'], 'aa', [0, 2]],
  [['none'], 'x', []],
])('in %j finds %j at %j', (lines, query, expected) => {
  expect(matches(lines, query)).toEqual(expected);
});

test('stops at the limit, within one line too', () => {
  expect(matches(['x'.repeat(MAX_MATCHES + 5)], 'x').length).toBe(MAX_MATCHES);
});

test('reports the progress', () => {
  const done = [...findMatches(Text.of(Array(5_000).fill('line')), 'e')];
  expect(done.length).toBeGreaterThan(5);
  expect(done).toEqual([...done].sort((a, b) => a - b));
});
