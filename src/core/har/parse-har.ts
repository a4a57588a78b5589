// Parses the entries of a HAR file one by one, so a large file does not block the page and a broken one yields its intact entries.
// It guesses where an entry ends before it counts brackets, for speed: 200 MB take 1.0 times as long as JSON.parse, laid out or in
// one line; without guessing 1.9 and 1.1 times in Node, 1.7 and 1.6 times in Chromium.

import { isJson } from '../text/is-json.ts';
import { tryParseJson } from '../text/try-parse-json.ts';
import { describeNonHar } from './describe-non-har.ts';
import {
  type LongRest,
  MAX_CHARS_PER_STEP,
  MAX_LITERAL_CHARS,
  type ReadingEvent,
  skipString,
  withoutRests,
} from './long-literals.ts';

export type HarParseEvent =
  | { readonly kind: 'entry'; readonly index: number; readonly value: object; readonly at: number }
  /** `index` is `undefined` for a problem of the whole file. `reason` quotes nothing from the file, which may contain secrets. */
  | {
      readonly kind: 'problem';
      readonly index: number | undefined;
      readonly reason: string;
      readonly at: number;
      /** Whether the text ends within this entry or before it. */
      readonly isTruncated?: boolean;
    }
  /** The `creator` of the file, if it precedes the entries. */
  | { readonly kind: 'creator'; readonly value: unknown; readonly at: number }
  | ReadingEvent;

/**
 * `text` may begin with a byte order mark, lack its `log`, or be the list alone, a single entry, or several files, concatenated or in a
 * list. Never throws. Parses as it is iterated.
 */
export function* parseHarEntries(text: string): Generator<HarParseEvent, void> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parse = createJsonParser();
  const guess = createEndGuesser(parse);
  for (let index = 0, lists = 0; ; lists++) {
    const found = yield* nextList(text, at);
    if (found.kind === 'end' && lists > 0) return;
    if (found.kind !== 'list') {
      const single = lists === 0 && found.kind === 'end' ? singleEntry(text.slice(at)) : undefined;
      if (single !== undefined) return yield { kind: 'entry', index, value: single, at: text.length };
      const reason = lists === 0 ? describeNonHar(text) : 'The part after the entries is cut off or not HAR.';
      yield { kind: 'problem', index: undefined, reason, at: text.length };
      return;
    }
    const list = yield* entriesOfList(text, found.at, index, { parse, guess });
    if (list === undefined) return;
    ({ at, index } = list);
  }
}

type JsonParser = (text: string) => unknown;

/** Like `tryParseJson`, but detects most failures without JSON.parse, whose exceptions would take most of the time for a broken file. */
function createJsonParser(): JsonParser {
  let failures = 0;
  return (text) => {
    const value = failures >= MAX_PARSE_FAILURES && !isJson(text) ? undefined : tryParseJson(text);
    if (value === undefined) failures++;
    return value;
  };
}

const MAX_PARSE_FAILURES = 20;

interface EntryReaders {
  readonly parse: JsonParser;
  readonly guess: EndGuesser;
}

/** Returns where the list ends and the number of the next entry; `undefined` if the text ended first. */
function* entriesOfList(
  text: string,
  from: number,
  first: number,
  { parse, guess }: EntryReaders,
): Generator<HarParseEvent, { at: number; index: number } | undefined> {
  let at = from;
  for (let index = first; ; index++) {
    at = nextItem(text, at);
    if (text[at] === ']') return { at: at + 1, index };
    if (at >= text.length) {
      const reason =
        index === 0 ? 'The file is cut off before its first entry.' : `The file is cut off after entry ${index}.`;
      yield { kind: 'problem', index: undefined, reason, at, isTruncated: true };
      return undefined;
    }
    const guessed = guess(text, at);
    const rests: LongRest[] = [];
    const end = guessed?.end ?? (yield* endOfValue(text, at, rests));
    const value = guessed?.value ?? (end === undefined ? undefined : parse(withoutRests(text, at, end, rests)));
    if (value === undefined && (end === undefined || !isFollowedBySeparator(text, end))) {
      yield* recoverEntries(text, at, index, parse);
      return undefined;
    }
    at = end as number;
    yield isObject(value)
      ? { kind: 'entry', index, value, at }
      : { kind: 'problem', index, reason: describeInvalidEntry(value), at };
  }
}

/** An entry without a detectable end hides what follows, so later entries are found by how entries begin. Examines each character once. */
function* recoverEntries(text: string, from: number, first: number, parse: JsonParser): Generator<HarParseEvent, void> {
  let at = from;
  for (let index = first; ; index++) {
    const next = nextSimilarObject(text, at);
    const rests: LongRest[] = [];
    const end = yield* endOfBrokenEntry(text, at, next, rests);
    const value = end === undefined ? undefined : parse(withoutRests(text, at, end, rests));
    const done = next ?? text.length;
    yield isObject(value)
      ? { kind: 'entry', index, value, at: done }
      : {
          kind: 'problem',
          index,
          reason: describeBrokenEntry(text, value, end, next),
          at: done,
          isTruncated: end === undefined,
        };
    if (next === undefined) return;
    at = next;
  }
}

function* endOfBrokenEntry(
  text: string,
  at: number,
  next: number | undefined,
  rests: LongRest[],
): Generator<ReadingEvent, number | undefined> {
  if (next === undefined || next - at > MAX_LITERAL_CHARS) {
    const end = yield* endOfValue(text, at, rests);
    if (next === undefined) return end;
  }
  return at + text.slice(at, next).lastIndexOf('}') + 1;
}

function describeBrokenEntry(text: string, value: unknown, end: number | undefined, next: number | undefined): string {
  if (end === undefined) return 'The file is cut off in the middle of this entry.';
  const isLast = next !== undefined || /^[\s\]}]*$/.test(text.slice(end, end + 10_000));
  return isLast ? describeInvalidEntry(value) : 'The entry isn’t valid JSON, so everything after it is unreadable.';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function describeInvalidEntry(value: unknown): string {
  return value === undefined ? 'The entry isn’t valid JSON.' : 'The entry isn’t an object.';
}

/** Whether a comma or the end of the list follows. */
function isFollowedBySeparator(text: string, end: number): boolean {
  return /[,\]]/.test(text[skipSpace(text, end)] ?? '');
}

interface Guessed {
  readonly value: object;
  readonly end: number;
}

type EndGuesser = (text: string, at: number) => Guessed | undefined;

/**
 * Finding the end of an entry by guessing is faster than by counting brackets. Parsing proves a guess: a text that is a complete value has
 * no other end. After a few wrong guesses it gives up, because each one costs time.
 */
function createEndGuesser(parse: JsonParser): EndGuesser {
  let wrongGuesses = 0;
  return (text, at) => {
    if (wrongGuesses === MAX_WRONG_GUESSES) return undefined;
    const end = endBeforeNext(text, at);
    // May hold a text that takes long to parse.
    if (end !== undefined && end - at > MAX_LITERAL_CHARS) return undefined;
    const value = end === undefined ? undefined : parse(text.slice(at, end));
    if (end !== undefined && isObject(value)) return { value, end };
    wrongGuesses++;
    return undefined;
  };
}

const MAX_WRONG_GUESSES = 3;

/** Just before the next object whose first name is the same. Within a string, its quotes would be escaped. */
function endBeforeNext(text: string, at: number): number | undefined {
  const name = firstName(text, at);
  const next = name === undefined ? -1 : indexOfNearby(text, name, at + 1);
  if (next === -1) return undefined;
  let end = next;
  while (end > at && text[end - 1] !== '}') end--;
  return end > at && next - end < 100 ? end : undefined;
}

/** The next index of `text`; -1 if it is far away, because searching a whole large file takes long. */
function indexOfNearby(text: string, needle: string, from: number): number {
  const at = text.slice(from, from + MAX_ENTRY_CHARS).indexOf(needle);
  return at === -1 ? -1 : from + at;
}

const MAX_ENTRY_CHARS = 16_000_000;

/** The next object that begins like the one at `at`: with the same indent or the same first name. Within a string, its quotes would be escaped. */
function nextSimilarObject(text: string, at: number): number | undefined {
  const line = indentBefore(text, at);
  const beginning = line === undefined ? firstName(text, at) : `${line}{`;
  const next = beginning === undefined ? -1 : text.indexOf(beginning, at + 1);
  return next === -1 ? undefined : next + (line?.length ?? 0);
}

/** The bracket at `at` and the first name after it. */
function firstName(text: string, at: number): string | undefined {
  return /^\{\s{0,20}"[^"\\]{1,60}"/.exec(text.slice(at, at + 100))?.[0];
}

/** The line break and indent before `at`, if nothing else precedes it in its line. */
function indentBefore(text: string, at: number): string | undefined {
  return /\n[ \t]*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0];
}

/** An entry without a list around it. */
function singleEntry(text: string): object | undefined {
  if (text.length > MAX_ENTRY_CHARS || !text.includes('"startedDateTime"')) return undefined;
  const value = tryParseJson(text);
  return isObject(value) && 'request' in value && 'startedDateTime' in value ? value : undefined;
}

type NextList =
  /** `at` is the index after the list's bracket. */
  { readonly kind: 'list'; readonly at: number } | { readonly kind: 'end' } | { readonly kind: 'none' };

/** Finds the next list of entries, in a `log` or not: the value of `entries`, or a list without a name unless it contains whole files. */
function* nextList(text: string, from: number): Generator<HarParseEvent, NextList> {
  for (let at = nextItem(text, from); at < text.length; at = nextItem(text, at)) {
    const char = text[at];
    const isOfFiles = char === '[' && /^\[\s{0,100}\{\s{0,100}"log"\s{0,100}:/.test(text.slice(at, at + 400));
    if (char === '[' && !isOfFiles) return { kind: 'list', at: at + 1 };
    if (isOfFiles || char === '{' || char === '}' || char === ']') {
      at++;
      continue;
    }
    const afterName = char === '"' ? yield* skipString(text, at) : undefined;
    if (afterName === undefined) return { kind: 'none' };
    const name = text.slice(at + 1, afterName - 1);
    const value = skipSpace(text, afterName, ':');
    if (name === 'entries' && text[value] === '[') return { kind: 'list', at: value + 1 };
    const end = name === 'log' && text[value] === '{' ? value + 1 : yield* endOfValue(text, value);
    if (end === undefined) return { kind: 'none' };
    if (name === 'creator' && end - value <= MAX_CREATOR_CHARS) {
      yield { kind: 'creator', value: tryParseJson(text.slice(value, end)), at: from };
    }
    at = end;
  }
  return { kind: 'end' };
}

const MAX_CREATOR_CHARS = 2_000;

/** The index after the value that begins at `from`; `undefined` if the text ends first. */
function* endOfValue(text: string, from: number, rests: LongRest[] = []): Generator<ReadingEvent, number | undefined> {
  let depth = 0;
  let at = from;
  for (let yieldAt = from + MAX_CHARS_PER_STEP; at < text.length; yieldAt = at + MAX_CHARS_PER_STEP) {
    while (at < text.length && at < yieldAt) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        const after = yield* skipString(text, at, rests);
        if (after === undefined) return undefined;
        at = after;
        if (depth === 0) return at;
      } else if (code === openBrace || code === openBracket) {
        depth++;
        at++;
      } else if (code === closeBrace || code === closeBracket) {
        // A closing bracket of an outer value ends a number or a literal.
        if (depth === 0) return at;
        at++;
        if (--depth === 0) return at;
      } else if (code === comma && depth === 0) {
        return at;
      } else {
        at++;
      }
    }
    yield { kind: 'reading', at };
  }
  return undefined;
}

const [quote, openBrace, closeBrace, openBracket, closeBracket, comma] = [34, 123, 125, 91, 93, 44];

/** Skips the comma, and any extra ones. */
function nextItem(text: string, from: number): number {
  return skipSpace(text, from, ',');
}

function skipSpace(text: string, from: number, separator = ''): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text[at] === separator)) at++;
  return at;
}
