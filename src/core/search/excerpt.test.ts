import { expect, test } from 'vitest';
import { createExcerpt } from './excerpt.ts';

/** The excerpt of a text with its match in brackets. */
function shown(marked: string): string {
  const from = marked.indexOf('[');
  const { text, from: at, to } = createExcerpt(marked.replace(/[[\]]/g, ''), from, marked.indexOf(']') - 1);
  return `${text.slice(0, at)}[${text.slice(at, to)}]${text.slice(to)}`;
}

test.each([
  ['[a] b', '[a] b'],
  ['a long text before the [match] and', '…text before the [match] and'],
  ['one\n   \t  [two]\nthree', 'one       [two] three'],
  ['a \u202e [b]', 'a \\u202e [b]'],
  ['a [b\u200bc] \u00ad', 'a [b\\u200bc] \\u00ad'],
  [`a ${'\u202e'.repeat(9)}[b]`, `…${'\\u202e'.repeat(4)}[b]`],
  [`${'\ud83d\ude00'.repeat(9)}-[x]`, `…${'\ud83d\ude00'.repeat(7)}-[x]`],
])('the excerpt of %j is %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('truncates a long match and the text after it', () => {
  const { text, from, to } = createExcerpt('x'.repeat(1_000), 10, 900);
  expect([from, to, text.length, text.endsWith('…')]).toEqual([10, 210, 331, true]);
});
