// Redacts tokens that their own form gives away, whatever is around them: provider prefixes and private keys.

import { endOfRun } from './end-of-run.ts';
import { knownTokens } from './known-tokens.ts';
import { REDACTED } from './redaction-marker.ts';

const forms = knownTokens.map(({ pattern, startsWord }) => ({ pattern: new RegExp(pattern, 'g'), startsWord }));
/** A token may be longer than its issuer says. */
const rest = /[\w-]{1,500}/y;

/** Linear in the length of the text. One pattern after another: each begins with a literal, which is found fast. */
export function redactKnownTokens(text: string): string {
  return text.length < MIN_TOKEN_CHARS ? text : forms.reduce(redactForm, text);
}

const MIN_TOKEN_CHARS = 16;

function redactForm(text: string, { pattern, startsWord }: (typeof forms)[number]): string {
  let redacted = '';
  let done = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (startsWord && inWord.test(text.slice(Math.max(0, found.index - 6), found.index))) {
      pattern.lastIndex = found.index + 1;
      continue;
    }
    redacted += text.slice(done, found.index) + REDACTED;
    done = endOfRun(text, pattern.lastIndex, rest);
    pattern.lastIndex = done;
  }
  return done === 0 ? text : redacted + text.slice(done);
}

/** What comes before ends in a letter or a digit that isn't part of an escape such as `%3D` or `\n`. */
const inWord = /[A-Za-z\d](?<!%[\dA-Fa-f]{2}|\\[nrt]|\\u00[\dA-Fa-f]{2})$/;

const space = String.raw`(?:\s|%20|\+|&#32;)`;
export const PEM_BEGINNING = '-----BEGIN';
const beginning = new RegExp(`${PEM_BEGINNING}${space}(?:[A-Z0-9]{1,12}${space}){0,4}PRIVATE${space}KEY`, 'g');
const ending = /-----END/g;
const lastLine = /[^-"<\r\n]{0,60}-{5}/y;

/** Redacts from `-----BEGIN … PRIVATE KEY-----` to its end; without one, to the next quote or the end of the text. */
export function redactPrivateKeys(text: string): string {
  if (!text.includes(PEM_BEGINNING)) return text;
  let redacted = '';
  let done = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    redacted += text.slice(done, found.index) + REDACTED;
    done = endOfKey(text, beginning.lastIndex);
    beginning.lastIndex = done;
  }
  return done === 0 ? text : redacted + text.slice(done);
}

function endOfKey(text: string, from: number): number {
  ending.lastIndex = from;
  const end = ending.exec(text);
  if (end === null) {
    const quote = text.slice(from).search(/["<]/);
    return quote === -1 ? text.length : from + quote;
  }
  lastLine.lastIndex = ending.lastIndex;
  return lastLine.test(text) ? lastLine.lastIndex : ending.lastIndex;
}
