import { describe, expect, test } from 'vitest';
import { jsonLines } from './json-lines.ts';

const texts = (source: string) => jsonLines(source, [])?.map((line) => line.pieces.map((piece) => piece.text).join(''));
const marks = (source: string, pointer: string) =>
  jsonLines(source, [{ pointer, text: 'No' }])?.flatMap(({ mark, pieces }) =>
    mark === undefined
      ? []
      : [
          `${pieces
            .map((piece) => piece.text)
            .join('')
            .trim()} <- ${mark}`,
        ],
  );

describe('jsonLines', () => {
  test('lays JSON out without touching what was written', () => {
    expect(texts('{"a":1e400,"b":"\\u00e4",  "a":12345678901234567890}')).toEqual([
      '{',
      '  "a": 1e400,',
      '  "b": "\\u00e4",',
      '  "a": 12345678901234567890',
      '}',
    ]);
  });

  test('colours names, texts, numbers and words', () => {
    const kinds = jsonLines('{"a":"b","c":[-1.5,true,null]}', [])
      ?.flatMap((line) => line.pieces)
      .filter((piece) => piece.kind !== 'plain');
    expect(kinds?.map((piece) => `${piece.kind} ${piece.text}`)).toEqual([
      'property "a"',
      'string "b"',
      'property "c"',
      'number -1.5',
      'keyword true',
      'keyword null',
    ]);
  });

  test.each([
    ['{"name":"","rate":{"value":-1}}', '/rate/value', ['"value": -1 <- No']],
    ['{"items":[{"a":1},{"a":2}]}', '/items/1/a', ['"a": 2 <- No']],
    ['{"rate":{"currency":"X"}}', '/rate/value', ['"rate": { <- /rate/value is missing: No']],
    ['{"a":1}', '/contactId', ['{ <- /contactId is missing: No']],
    ['{"a/b":1}', '/a~1b', ['"a/b": 1 <- No']],
  ])('marks in %s the place %s', (source, pointer, expected) => {
    expect(marks(source, pointer)).toEqual(expected);
  });

  test.each(['plain', '', '<html>', '"text"', '['.repeat(1_000), `["${'x'.repeat(300_000)}"]`])(
    'leaves %.20s to be shown as it came',
    (source) => {
      expect(jsonLines(source, [])).toBeUndefined();
    },
  );

  test('lays out what there is of JSON that breaks off', () => {
    expect(texts('{"a":{"b":"cut of')).toEqual(['{', '  "a": {', '    "b":"cut of']);
  });
});
