// Holds every text that a person can read to the vocabulary and the style of CONTRIBUTING.md.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './testing/source-imports.ts';
import { uiStringsIn } from './testing/ui-strings.ts';

const MAX_SENTENCE_WORDS = 25;
const MAX_TITLE_WORDS = 5;

interface Rule {
  readonly name: string;
  /** What of the text breaks the rule. */
  readonly find: (text: string, name: string | undefined) => string | undefined;
}

const match = (pattern: RegExp) => (text: string) => pattern.exec(text.replace(/`[^`]*`/g, '`…`'))?.[0];

const rules: readonly Rule[] = [
  {
    name: 'say request, response',
    find: match(
      /\b(?:the|a|this|that|no|each|every|one|your|other|\d+) (?:call|answer)s?\b|\b(?:calls|answers|answered|exchanges?)\b(?! for)/i,
    ),
  },
  {
    name: 'say unknown, or that it isn’t stated',
    find: match(/\b(?:not told|untold|is told|was told|as told|cannot be told|at hand)\b/i),
  },
  { name: 'say fix', find: match(/\bmend(?:ed|s|ing)?\b/i) },
  {
    name: 'say import, export, redact, remove',
    find: match(/\b(?:br(?:ing|ought) in|taken? out|stand-ins?|not kept)\b/i),
  },
  { name: 'say URL', find: match(/(?<!\be-?mail )\baddress(?:es)?\b/i) },
  { name: 'say again, not anew', find: match(/\banew\b/i) },
  { name: 'say who or which plainly', find: match(/\b(?:by whom|of whom|whose is|of which one)\b/i) },
  { name: 'say captured, recorded', find: match(/\b(?:heard|hears?|listened)\b/i) },
  { name: 'say contain, have, hold', find: match(/\bbears?\b/i) },
  {
    name: 'say so, such as, or leave it out',
    find: match(/\b(?:thereof|whereof|therein|hence|thus|lest|sought|told of)\b/i),
  },
  {
    name: 'use contractions',
    find: match(
      /\b(?:cannot|can not|do not|does not|did not|is not|are not|was not|were not|has not|have not|will not|could not|should not|would not)\b/i,
    ),
  },
  {
    name: 'end a sentence, use no semicolon',
    find: (text) => (/[a-z`’)}];\s[a-z`{]/i.test(text.replace(/&\w+;/g, '')) ? ';' : undefined),
  },
  {
    name: `at most ${MAX_SENTENCE_WORDS} words in a sentence`,
    find: (text) => text.split(/(?<=[.!?])\s+/).find((each) => each.split(/\s+/).length > MAX_SENTENCE_WORDS),
  },
  {
    name: `at most ${MAX_TITLE_WORDS} words in a title`,
    find: (text, name) =>
      name === 'title' &&
      text
        .replace(/\([^)]*\)/, '')
        .trim()
        .split(/\s+/).length > MAX_TITLE_WORDS
        ? text
        : undefined,
  },
];

test.each(sourceFiles)('%s uses plain words', (file) => {
  const found = uiStringsIn(file, readFileSync(join(import.meta.dirname, file), 'utf8')).flatMap(
    ({ name, text, line }) =>
      rules.flatMap((rule) => {
        const part = rule.find(text, name);
        return part === undefined ? [] : [`src/${file}:${line}: ${rule.name}. “${part}” in “${text}”`];
      }),
  );
  expect(found).toEqual([]);
});
