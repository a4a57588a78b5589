// Long texts of an entry are shortened before JSON.parse sees them. Work is counted, not timed.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { MAX_CHARS_PER_STEP, MAX_LITERAL_CHARS } from './long-literals.ts';
import { parseHarEntries } from './parse-har.ts';

interface Content {
  readonly text: string;
  readonly comment?: string;
  readonly _unreadChars?: number;
}

function read(text: string) {
  const contents: Content[] = [];
  const problems: string[] = [];
  let longestStep = 0;
  let at = 0;
  for (const each of parseHarEntries(text)) {
    longestStep = Math.max(longestStep, each.kind === 'reading' ? each.at - at : 0);
    at = each.at;
    if (each.kind === 'entry') contents.push((each.value as { content: Content }).content);
    if (each.kind === 'problem') problems.push(each.reason);
  }
  return { contents, problems, longestStep };
}

const fileOf = (contents: readonly Content[], layout?: number) =>
  JSON.stringify({ log: { entries: contents.map((content) => ({ startedDateTime: 'x', content })) } }, null, layout);

/** Each takes another number of characters in JSON. */
const runs = ['a', '"', '\\', '\n', '\u0001', 'é', '\ud83d\ude00', 'a\\"\u0001'];

afterEach(() => vi.restoreAllMocks());

describe.each(runs)('a text of %j', (run) => {
  const long = run.repeat(Math.ceil((2 * MAX_LITERAL_CHARS) / run.length));

  // The cut falls on each character of an escape.
  test.each([0, 1, 2, 3, 4, 5])('loses nothing but its end, behind %i characters', (before) => {
    const text = 'x'.repeat(before) + long;
    const { contents, problems } = read(fileOf([{ text }]));
    expect(problems).toEqual([]);
    const [{ text: start, _unreadChars = 0 }] = contents as [Content];
    expect(text.startsWith(start)).toBe(true);
    expect(start.length + _unreadChars).toBe(text.length);
    expect(start.length).toBeGreaterThanOrEqual(Math.floor(MAX_LITERAL_CHARS / 6) - 10);
  });

  test('is never passed to JSON.parse as a whole, wherever its entry is', () => {
    const parse = vi.spyOn(JSON, 'parse');
    for (const layout of [undefined, 2]) {
      const { contents, problems } = read(
        fileOf([{ text: 'a' }, { text: long }, { text: 'b' }, { text: long }], layout),
      );
      expect(problems).toEqual([]);
      expect(contents.map(({ _unreadChars }) => _unreadChars !== undefined)).toEqual([false, true, false, true]);
    }
    expect(Math.max(...parse.mock.calls.map(([json]) => json.length))).toBeLessThan(MAX_LITERAL_CHARS + 1_000);
  });
});

test('a text of any length is examined in steps', () => {
  const text = '\\'.repeat(10_000_000);
  const { longestStep } = read(fileOf([{ text }, { text }]));
  expect(longestStep).toBeGreaterThan(0);
  expect(longestStep).toBeLessThanOrEqual(MAX_CHARS_PER_STEP + 100);
});

test('a text of exactly the maximum length is not shortened', () => {
  const text = 'a'.repeat(MAX_LITERAL_CHARS);
  expect(read(fileOf([{ text }])).contents).toEqual([{ text }]);
});

test('other fields are shortened without a count', () => {
  const comment = 'a'.repeat(2 * MAX_LITERAL_CHARS);
  const { contents } = read(fileOf([{ text: 'b', comment }]));
  expect(contents).toEqual([{ text: 'b', comment: comment.slice(0, MAX_LITERAL_CHARS) }]);
});

test('entries of a truncated file are shortened, too', () => {
  const text = '"'.repeat(2 * MAX_LITERAL_CHARS);
  const parse = vi.spyOn(JSON, 'parse');
  const { contents, problems } = read(fileOf([{ text }, { text }, { text }]).slice(0, -1_000));
  expect(contents).toHaveLength(2);
  expect(problems).toEqual(['The file is cut off in the middle of this entry.']);
  expect(Math.max(...parse.mock.calls.map(([json]) => json.length))).toBeLessThan(MAX_LITERAL_CHARS + 1_000);
});
