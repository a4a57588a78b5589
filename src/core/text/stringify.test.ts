import { expect, test } from 'vitest';
import { safeStringify } from './stringify.ts';

const deep = (open: string, close: string): unknown => JSON.parse(`${open.repeat(20_000)}1${close.repeat(20_000)}`);

test.each<[string, unknown, string]>([
  ['a string', 'a', '"a"'],
  ['an object', { a: [1] }, '{"a":[1]}'],
  ['undefined', undefined, 'undefined'],
  ['deep arrays', deep('[', ']'), '[…]'],
  ['deep objects', deep('{"a":', '}'), '{…}'],
])('serializes %s', (_, value, text) => {
  expect(safeStringify(value)).toBe(text);
});
