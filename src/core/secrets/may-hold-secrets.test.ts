// The first look at a text never hides a secret from the steps that find it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samples } from '../../testing/fixtures/samples.ts';
import { fuzzRuns } from '../../testing/fuzz-runs.ts';
import { mayHoldSecrets, otherClues } from './may-hold-secrets.ts';
import { notations } from './notations.ts';
import { redactSecrets, redactWithAllSteps, steps } from './redact-secrets.ts';
import { candidateWords, secretWords } from './secret-names.ts';

/** Milliseconds. For a busy machine. */
const TIMEOUT_MS = 60_000 + 30 * fuzzRuns(0);

const bodies = samples.flatMap(({ body }) => (body === null ? [] : [body]));

/** Every clue that the source of a regular expression allows, in either case. Lookaheads only say what follows a clue. */
function matching(source: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.stringMatching(new RegExp(`^(?:${source.replace(/\(\?[!=][^()]*\)/g, '')})$`)), fc.boolean())
    .map(([text, isUpper]) => (isUpper ? text.toUpperCase() : text));
}

/** Each alternative by itself, so that the test tries every one of them often. */
const alternatives = [
  ...alternativesOf(candidateWords).flatMap((word) => [`(?:${word})=`, `<(?:[a-z]{40})?(?:${word})`]),
  ...alternativesOf(secretWords).map((word) => `(?:${word})s? ([A-Z]{5}[a-z][0-9]){3}`),
  ...otherClues.flatMap(alternativesOf),
];

function alternativesOf(source: string): string[] {
  const all = [''];
  let depth = 0;
  for (const each of source) {
    depth += Number(each === '(') - Number(each === ')');
    if (each === '|' && depth === 0) all.push('');
    else all.push(all.pop() + each);
  }
  return all;
}

test.each(alternatives)(
  'a text with /%s/ may hold a secret',
  (source) => {
    const property = fc.property(matching(source), fc.constantFrom('', 'a', ' ', '\u017f', '…'), (clue, around) => {
      const text = `${around}${clue}${around}`;
      fc.pre(new RegExp(source, 'i').test(text));
      expect(mayHoldSecrets(text)).toBe(true);
    });
    fc.assert(property, { numRuns: fuzzRuns(300) });
  },
  TIMEOUT_MS,
);

/** What clues, signs and secrets consist of. */
const pieces = [
  ...'token secret passw pass pw sid pin auth orization api client db code key session cookie sig nature user verifier'.split(
    ' ',
  ),
  ...'grant_type redirect_uri Bearer basic /oauth /callback ticket name=" value _ - . + = : , ; & ? # / @ :// " \' < >'.split(
    ' ',
  ),
  ...'\\ ~ { } [ ] -- => % 25 3d 3a 22 2f 5f 40 65 \\u00 \\x &# 101; a e 7 abc 123456 … \u212a \u{1f36a}'.split(' '),
  ...'eyJhbGciOiJub25lIn0 eyJzdWIiOiJhbm4ifQ ewog ICAg -----BEGIN PRIVATE KEY ghp_ sk- sk_live_ AKIA SK'.split(' '),
  ...'hooks.slack.com 1//0 8Q~ Zq7XkV2mB9wLr4TnY8pS Zq7XkV2mB9wLr4Tn'.split(' '),
  ...[' ', '\n'],
];

const hex = (letter: string) => letter.charCodeAt(0).toString(16);
const spellings: readonly ((letter: string) => string)[] = [
  (letter) => letter,
  (letter) => `%${hex(letter)}`,
  (letter) => `&#${letter.charCodeAt(0)};`,
  (letter) => `\\u00${hex(letter)}`,
  (letter) => `\\x${hex(letter)}`,
  (letter) => (letter === '/' ? '\\/' : letter),
];

const fragment = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...[...steps, ...notations].map(({ before }) => before)),
      fc.oneof(...alternatives.map(matching)),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
    ),
    fc.constantFrom(/[a-z]/i, /[a-z]/gi, /[/]/g),
    fc.constantFrom(...spellings),
  )
  .map(([text, letters, spell]) => text.replace(letters, spell));

/** A recorded body with something in any place of it. */
const changedBody = fc
  .record({
    body: fc.constantFrom('', ...bodies),
    added: fc.array(fragment, { maxLength: 3 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    write: fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => JSON.stringify(text),
      (text) => text.toUpperCase(),
      encodeURIComponent,
    ),
  })
  .map(({ body, added, at, write }) => {
    const index = Math.floor(at * body.length);
    return write(`${body.slice(0, index)}${added.join('')}${body.slice(index)}`.replace(/\p{Surrogate}/gu, '\ufffd'));
  });

test(
  'a text is redacted as if there were no first look',
  () => {
    const property = fc.property(changedBody, (text) => {
      expect(redactSecrets(text)).toBe(redactWithAllSteps(text));
    });
    fc.assert(property, { numRuns: fuzzRuns(1_000) });
  },
  TIMEOUT_MS,
);

describe('mayHoldSecrets', () => {
  test('is false for what most texts consist of', () => {
    const project = {
      projectId: 'b021e7cb-1903-4292-b48b-000000000001',
      name: 'New Kitchen & Bath, 50 % deposit',
      currencyCode: 'NZD',
      totalTaskAmount: { currency: 'NZD', value: 310.01 },
      deadlineUtc: '2026-12-24T09:30:00Z',
      creditNoteAmount: { currency: 'NZD', value: 5 },
      email: 'jo@acme.example',
    };
    for (const indent of [undefined, 2]) expect(mayHoldSecrets(JSON.stringify(project, null, indent))).toBe(false);
  });
});
