import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, anyValue } from '../../../testing/arbitraries/exchange.ts';
import { formatJson } from '../json/format-json.ts';
import { mapSourceRange } from './map-position.ts';

function done<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function inLayout(source: string, from: number, to: number): string {
  const { lines } = done(formatJson(source, []));
  const range = done(mapSourceRange(source, { from, to }, lines));
  return lines.join('\n').slice(range.from, range.to);
}

test.each([
  ['{"a":1}', '"a":1', '"a": 1'],
  ['{"a":[1,2]}', '[1,2', '[\n    1,\n    2'],
  ['{"a":"b c"}', ' c', ' c'],
  ['{"a":"b c"}', 'b ', 'b '],
  ['{ "a" : "b" }', ' "a" ', ' "a"'],
  ['{\r\n"a"\r\n:\t1 }', '1 ', '1'],
  ['\ufeff{"a":1}', '{"a"', '{\n  "a"'],
  ['no JSON\r\nat all', 'JSON\r\nat', 'JSON\nat'],
  ['{"a":1,"b":"cut of', 'cut', 'cut'],
  ['[1] and more', 'd m', 'd m'],
  ['', '', ''],
])('of %j, %j is %j', (source, searched, expected) => {
  const from = source.indexOf(searched);
  expect(inLayout(source, from, from + searched.length)).toBe(expected);
});

test('each occurrence of a repeated word maps to its own position', () => {
  const source = JSON.stringify({ items: Array.from({ length: 50 }, (_, i) => ({ name: `name ${i}` })) });
  const { lines } = done(formatJson(source, []));
  const ranges = Array.from(source.matchAll(/name/g), ({ index }) =>
    done(mapSourceRange(source, { from: index, to: index + 4 }, lines)),
  );
  const expected = Array.from(lines.join('\n').matchAll(/name/g), ({ index }) => ({ from: index, to: index + 4 }));
  expect(ranges).toEqual(expected);
});

test('for any text, a mapped range holds the same non-whitespace characters', () => {
  const anySource = fc.oneof(
    anyValue.map((value) => JSON.stringify(value) ?? ''),
    fc.tuple(fc.json(), fc.nat(40)).map(([json, cut]) => json.slice(0, cut)),
    anyText,
  );
  fc.assert(
    fc.property(anySource, fc.nat(), fc.nat(), (source, a, b) => {
      const [from = 0, to = 0] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y);
      const bare = (text: string) => [...text].filter((each) => each > ' ' && each !== '\ufeff').join('');
      expect(bare(inLayout(source, from, to))).toBe(bare(source.slice(from, to)));
    }),
  );
});
