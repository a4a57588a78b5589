// Accepts exactly what JSON.parse accepts.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzRuns } from '../../testing/fuzz-runs.ts';
import { isJson } from './is-json.ts';
import { tryParseJson } from './try-parse-json.ts';

const fragments = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '"a":',
    '\\',
    '"\\u00e9"',
    '"\\u00g9"',
    '"\\x"',
    '"\n"',
    ' ',
    '\n\t\r',
    '\u00a0',
  ],
  ...[
    'true',
    'nul',
    'null',
    '0',
    '-',
    '-0',
    '01',
    '1',
    '.5',
    '1.',
    '1e',
    'E+5',
    '12.5e-3',
    'NaN',
    '\ufeff',
    '\ud800',
    '"\\"',
  ],
);
const anyText = fc.oneof(
  fc.json(),
  fc.tuple(fc.json(), fc.nat(), fragments, fc.nat(3)).map(([json, at, insert, drop]) => {
    const index = at % (json.length + 1);
    return json.slice(0, index) + insert + json.slice(index + drop);
  }),
  fc.array(fragments, { maxLength: 8 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);

test('agrees with JSON.parse', () => {
  const property = fc.property(anyText, (text) => {
    expect(isJson(text)).toBe(tryParseJson(text) !== undefined);
  });
  fc.assert(property, { numRuns: fuzzRuns(2_000) });
});

test.each([
  '',
  ' ',
  '{',
  '{}',
  '[]',
  '[1,]',
  '{"a":1,}',
  '{"a"}',
  '[1 2]',
  '{},',
  '1 ',
  '""',
  '"',
  '-',
  '[',
  '{"a":[{}]} ',
  '[}',
])('agrees on %j', (text) => expect(isJson(text)).toBe(tryParseJson(text) !== undefined));

test('is not limited in depth', () => {
  expect(isJson('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toBe(true);
});
