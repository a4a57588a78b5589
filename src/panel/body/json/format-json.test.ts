import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPointer } from '../../../core/text/json-pointer.ts';
import { type FormattedText, formatJson } from './format-json.ts';

function format(source: string, pointers: readonly string[] = []): FormattedText {
  const work = formatJson(source, pointers);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const textOf = (source: string) => format(source).lines.join('\n');

/** The value at a pointer as `name <- value`, or the enclosing value as `missing in …`. */
function valueAt(source: string, pointer: string): string | undefined {
  const { lines, ranges } = format(source, [pointer]);
  const text = lines.join('\n');
  const range = ranges.get(pointer);
  if (range === undefined) return undefined;
  const { key, from, to, missing } = range;
  return `${missing ? 'missing in ' : ''}${key ? `${text.slice(key.from, key.to)} <- ` : ''}${text.slice(from, to)}`;
}

describe('formatJson', () => {
  test.each([
    [
      '{"a":1e400,"b":"\\u00e4",  "a":12345678901234567890}',
      ['{', '  "a": 1e400,', '  "b": "\\u00e4",', '  "a": 12345678901234567890', '}'],
    ],
    ['[1,[],{},[true,null]]', ['[', '  1,', '  [],', '  {},', '  [', '    true,', '    null', '  ]', ']']],
    ['\uFEFF {"a" : [ ] }\r\n', ['{', '  "a": []', '}']],
    ['{"":"a\\"b}{,:"}', ['{', '  "": "a\\"b}{,:"', '}']],
    ['["\ud800","\\ud800"]', ['[', '  "\ud800",', '  "\\ud800"', ']']],
    ['{}', ['{}']],
  ])('formats %j', (source, lines) => {
    expect(format(source)).toMatchObject({ lines, isJson: true });
  });

  test.each([
    ['cut off in a string', '{"a":{"b":"cut of', ['{', '  "a": {', '    "b": "cut of']],
    ['cut off in a name', '{"a":1,"b', ['{', '  "a": 1,', '  "b']],
    ['cut off after a comma', '[1,', ['[', '  1,']],
    ['cut off in a number', '[1,2.', ['[', '  1,', '  2.']],
    ['comments', '[1 // one\n , 2]', ['[', '  1 // one', ' , 2]']],
    ['a comma too many', '{"a":1,}', ['{', '  "a": 1,', '  }']],
    ['a comma too few', '{"a":1 "b": 2}', ['{', '  "a": 1 "b": 2}']],
    ['words of another language', '{"a":NaN,"b":1}', ['{', '  "a": NaN,"b":1}']],
    ['the wrong bracket', '{"a":[1}}', ['{', '  "a": [', '    1}}']],
    ['more after its end', '{"a":1}\n{"b":2}', ['{', '  "a": 1', '}', '{"b":2}']],
    ['a line break in a string', '["a","b\nc"]', ['[', '  "a",', '  "b', 'c"]']],
  ])('formats JSON with %s up to there; the rest stays as received', (_, source, lines) => {
    expect(format(source)).toMatchObject({ lines, isJson: true });
  });

  test.each([
    '',
    'plain',
    '<html>\n</html>',
    '"text"',
    '42',
    '{',
    '[[',
    '[INFO] started',
    '{{#if a}}',
    "{'a':1}",
    '[,1]',
  ])('leaves %j as received', (source) => {
    expect(format(source, ['/a'])).toEqual({
      lines: source.split('\n'),
      isJson: false,
      longestLine: Math.max(...source.split('\n').map((line) => line.length)),
      ranges: new Map(),
    });
  });

  test('accepts any line break in text that is not JSON', () => {
    expect(format('a\r\nb\rc\nd').lines).toEqual(['a', 'b', 'c', 'd']);
  });

  test('formats a thousand levels, in proportional size, and leaves what is deeper as received', () => {
    const nested = (depth: number) => `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
    const { isJson, lines, longestLine } = format(nested(500), ['/0/a/0/a']);
    expect([isJson, lines.length, longestLine]).toEqual([true, 4 * 500 + 1, 106]);
    const deeper = format(nested(100_000));
    expect([deeper.isJson, deeper.lines.length]).toEqual([true, 1_001]);
    expect(deeper.lines.join('').replaceAll(' ', '')).toBe(nested(100_000));
  });

  test('scans no more of a million brackets than it formats', () => {
    const steps = [...formatJson('['.repeat(1_000_000), [])];
    expect(steps.length).toBeLessThan(10);
    expect(format('['.repeat(1_000_000))).toMatchObject({ isJson: false, lines: { length: 1 } });
  });

  test('reports the progress', () => {
    const done = [...formatJson(JSON.stringify(Array(10_000).fill(0)), [])];
    expect(done.length).toBeGreaterThan(5);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeLessThanOrEqual(1);
  });

  test('changes only whitespace', () => {
    const withoutWhitespace = (text: string) => {
      const bare = text.replace(/("(?:[^"\\\n\r]|\\[^\n\r])*"?)|[ \t\r\n]+/g, (_, string) => string ?? '');
      return bare.replace(/^\uFEFF/, '');
    };
    const json = fc.json().chain((text) => fc.nat(text.length).map((length) => [text, text.slice(0, length)]));
    fc.assert(
      fc.property(json, ([text = '', cut = '']) => {
        expect(withoutWhitespace(textOf(text))).toBe(withoutWhitespace(text));
        expect(withoutWhitespace(textOf(cut))).toBe(withoutWhitespace(cut));
      }),
    );
    const tokens = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b',
      '"',
      ' ',
      '\n',
      '-1',
      '2.',
      'null',
      '/*',
      '//',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(tokens), (list) => {
        expect(withoutWhitespace(textOf(list.join('')))).toBe(withoutWhitespace(list.join('')));
      }),
    );
  });

  test('formats complete JSON like JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const isStructure = typeof value === 'object' && value !== null;
        if (isStructure) expect(textOf(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});

describe('ranges', () => {
  test.each([
    ['{"name":"","rate":{"value":-1}}', '/rate/value', '"value" <- -1'],
    ['{"items":[{"a":1},{"a":2}]}', '/items/1/a', '"a" <- 2'],
    ['[[0],[1,"x"]]', '/1/1', '"x"'],
    ['{"rate":{"a":[]}}', '/rate', '"rate" <- {\n    "a": []\n  }'],
    ['{"a":1}', '', '{\n  "a": 1\n}'],
    ['{"a/b":{"~":1}}', '/a~1b/~0', '"~" <- 1'],
    ['{"":{"":1}}', '//', '"" <- 1'],
    ['{"\\u006eame":1}', '/name', '"\\u006eame" <- 1'],
    ['{"0":"a"}', '/0', '"0" <- "a"'],
    ['{"__proto__":1}', '/__proto__', '"__proto__" <- 1'],
    ['{"a":1,"a":2}', '/a', '"a" <- 2'],
    ['{"a":{"b":1},"a":{"b":2}}', '/a/b', '"b" <- 2'],
    ['{"a":{"b":1},"\\u0061":{"c":2}}', '/a/b', 'missing in "\\u0061" <- "\\u0061"'],
    ['{"rate":{"currency":"X"}}', '/rate/value', 'missing in "rate" <- "rate"'],
    ['{"rate":5}', '/rate/value/x', 'missing in "rate" <- "rate"'],
    ['[{"a":1}]', '/0/b', 'missing in {'],
    ['[1]', '/01', 'missing in ['],
    ['{"a":1}', '/contactId', 'missing in {'],
    ['{"a":{"b":[1,2', '/a/b', '"b" <- [\n      1,\n      2'],
    ['{"a":{"b":"cut', '/a/b', 'missing in "a" <- "a"'],
    ['plain', '/a', undefined],
  ])('in %s at %j is %j', (source, pointer, expected) => {
    expect(valueAt(source, pointer)).toBe(expected);
  });

  test('match the values that JSON.parse finds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.nat(5)), (value, choices) => {
        const root = { root: value };
        const segments: (string | number)[] = [];
        let inside: unknown = root;
        for (const choice of choices) {
          const keys = typeof inside === 'object' && inside !== null ? Object.keys(inside) : [];
          const key = keys[choice % keys.length];
          if (key === undefined) break;
          segments.push(key);
          inside = (inside as Record<string, unknown>)[key];
        }
        const pointer = toPointer(segments);
        const { lines, ranges } = format(JSON.stringify(root), [pointer]);
        const { from, to, missing } = ranges.get(pointer) ?? { from: 0, to: 0, missing: true };
        expect(missing).toBe(false);
        expect(JSON.parse(lines.join('\n').slice(from, to))).toEqual(JSON.parse(JSON.stringify(inside)));
      }),
    );
  });
});
