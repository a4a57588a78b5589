// JSON from the wire: complete, truncated, or nested so deeply that a recursive parser would overflow the stack.

import { describe, expect, test } from 'vitest';
import { type JsonResult, parseJsonLenient } from './parse-json.ts';

const lists = (levels: number) => '['.repeat(levels);
const objects = (levels: number) => '{"a":'.repeat(levels);
/** Brackets in a string don't nest. */
const quoted = (levels: number) => `{"a":"${'['.repeat(levels)}","b\\"[":`;

/** The levels of lists and objects, each the first value of the one above. */
function depthOf(value: unknown): number {
  let depth = 0;
  for (let each = value; typeof each === 'object' && each !== null; [each] = Object.values(each)) depth++;
  return depth;
}

const summarize = (result: JsonResult) =>
  result.kind === 'not-json' ? [result.kind, result.problem] : [result.kind, depthOf(result.value)];

const tooDeep = ['not-json', 'nested too deeply to be read'];

describe('broken JSON is read up to 500 levels', () => {
  test.each<[what: string, text: string, expected: unknown[]]>([
    ['500 lists', lists(500), ['partial', 500]],
    ['501 lists', lists(501), tooDeep],
    ['100,000 lists', lists(100_000), tooDeep],
    ['500 objects', objects(500), ['partial', 500]],
    ['501 objects', objects(501), tooDeep],
    ['501 levels of both', `[${objects(500)}`, tooDeep],
    ['501 levels after 500 that were closed', `[${lists(499)}${']'.repeat(499)},${lists(500)}`, tooDeep],
    ['1,000 lists side by side', `[${'[],'.repeat(1_000)}`, ['partial', 2]],
    ['brackets in a string', quoted(1_000), ['partial', 1]],
    ['501 levels beyond what is repaired', `[${' '.repeat(262_144)}${lists(501)}`, ['partial', 1]],
  ])('%s', (_, text, expected) => {
    expect(summarize(parseJsonLenient(text))).toEqual(expected);
  });
});

test('complete JSON is read at any depth', () => {
  expect(summarize(parseJsonLenient(lists(100_000) + ']'.repeat(100_000)))).toEqual(['json', 100_000]);
});
