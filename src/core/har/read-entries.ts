// Reads the entries of a HAR file one by one, so that a large file holds nothing up and a broken one gives what is whole.

export type ReadEntry =
  | { readonly kind: 'entry'; readonly index: number; readonly value: object; readonly at: number }
  /** `index` is `undefined` where the file as a whole is meant. */
  | { readonly kind: 'problem'; readonly index: number | undefined; readonly why: string; readonly at: number }
  /** Nothing yet: a moment to breathe. `at`: characters that are done, as in the others. */
  | { readonly kind: 'reading'; readonly at: number };

/** `text` may begin with a byte order mark, lack its `log`, or be the list alone. Never throws. Reading further does the work. */
export function* readEntries(text: string): Generator<ReadEntry, void> {
  const start = yield* startOfEntries(text);
  if (start === undefined) {
    yield { kind: 'problem', index: undefined, why: notHar(text), at: text.length };
    return;
  }
  let at = start;
  const guess = createGuess();
  for (let index = 0; ; index++) {
    at = nextItem(text, at);
    if (text[at] === ']') return;
    if (at >= text.length) {
      const why = index === 0 ? 'The file ends before its first entry.' : `The file ends after entry ${index}.`;
      yield { kind: 'problem', index, why, at };
      return;
    }
    const guessed = guess(text, at);
    const end = guessed?.end ?? (yield* endOfValue(text, at));
    // A bracket that closes nothing is no entry, and nothing behind it is certain.
    if (end === undefined || end === at) {
      yield { kind: 'problem', index, why: brokenOff(text, at), at: text.length };
      return;
    }
    yield guessed ? { kind: 'entry', index, value: guessed.value, at: end } : read(text.slice(at, end), index, end);
    at = end;
  }
}

function read(text: string, index: number, at: number): ReadEntry {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { kind: 'entry', index, value, at };
    return { kind: 'problem', index, why: 'The entry is no object.', at };
  } catch (error) {
    return { kind: 'problem', index, why: `The entry is not JSON: ${String(error).slice(0, 200)}`, at };
  }
}

interface Guessed {
  readonly value: object;
  readonly end: number;
}

/**
 * Where an entry ends can be guessed faster than counted, bracket by bracket. A guess is proved by reading it: a text that is a whole
 * value has no other end. A way of guessing that was wrong too often is given up, for each wrong guess has its price.
 */
function createGuess(): (text: string, at: number) => Guessed | undefined {
  const ways = [endByIndent, endByNext].map((endOf) => ({ endOf, wrong: 0 }));
  return (text, at) => {
    for (const way of ways) {
      if (way.wrong === mostWrong) continue;
      const end = way.endOf(text, at);
      const value = end === undefined ? undefined : wholeObject(text.slice(at, end));
      if (end !== undefined && value !== undefined) return { value, end };
      way.wrong++;
    }
    return undefined;
  };
}

const mostWrong = 3;

function wholeObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // Then its end is sought, and what is wrong with it is told.
    return undefined;
  }
}

/** In a file that is laid out: the first brace that is indented as the entry's own. No string has a line break in it. */
function endByIndent(text: string, at: number): number | undefined {
  const [line] = /\n[ \t]*$/.exec(text.slice(Math.max(0, at - 100), at)) ?? [];
  const brace = line === undefined ? -1 : text.indexOf(`${line}}`, at);
  return line === undefined || brace === -1 ? undefined : brace + line.length + 1;
}

/** In any other: before the next object that begins as this one does. In a string, its quotes would be escaped. */
function endByNext(text: string, at: number): number | undefined {
  const [beginning] = /^\{\s{0,20}"[^"\\]{1,60}"/.exec(text.slice(at, at + 100)) ?? [];
  const next = beginning === undefined ? -1 : text.indexOf(beginning, at + 1);
  if (next === -1) return undefined;
  let end = next;
  while (end > at && text[end - 1] !== '}') end--;
  return end > at && next - end < 100 ? end : undefined;
}

/** The place after the bracket of `entries`, in `log` or without it. */
function* startOfEntries(text: string): Generator<ReadEntry, number | undefined> {
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text[at] === '[') return at + 1;
  if (text[at] !== '{') return undefined;
  for (at = nextItem(text, at + 1); text[at] === '"'; at = nextItem(text, at)) {
    const afterName = afterString(text, at);
    if (afterName === undefined) return undefined;
    const name = text.slice(at + 1, afterName - 1);
    const value = skipSpace(text, afterName, ':');
    if (name === 'entries' && text[value] === '[') return value + 1;
    if (name === 'log' && text[value] === '{') {
      at = value + 1;
      continue;
    }
    const end = yield* endOfValue(text, value);
    if (end === undefined) return undefined;
    at = end;
  }
  return undefined;
}

/** So many characters are looked at before others have their turn. */
const mostAtOnce = 2_000_000;

/** The place after the value that begins at `from`; `undefined` where the text ends before. */
function* endOfValue(text: string, from: number): Generator<ReadEntry, number | undefined> {
  let depth = 0;
  let at = from;
  for (let pause = from + mostAtOnce; at < text.length; pause = at + mostAtOnce) {
    while (at < text.length && at < pause) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        const after = afterString(text, at);
        if (after === undefined) return undefined;
        at = after;
        if (depth === 0) return at;
      } else if (code === openBrace || code === openBracket) {
        depth++;
        at++;
      } else if (code === closeBrace || code === closeBracket) {
        // A bracket that is not its own ends a number or a word.
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

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma] = [34, 92, 123, 125, 91, 93, 44];

function afterString(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - slashes - 1) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return undefined;
}

/** Over the comma, and over whatever commas there are too many. */
function nextItem(text: string, from: number): number {
  return skipSpace(text, from, ',');
}

function skipSpace(text: string, from: number, sign = ''): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text[at] === sign)) at++;
  return at;
}

function notHar(text: string): string {
  if (text.trim() === '') return 'The file is empty.';
  return /^\s*\ufeff?\s*\{/.test(text.slice(0, 100))
    ? 'The file has no list of `entries`: it is no HAR, or ends before them.'
    : 'The file is no HAR: it is not JSON.';
}

/** An unclosed quote hides where the next entry begins: what is behind it is counted by its times. */
function brokenOff(text: string, from: number): string {
  const more = Math.max(0, text.slice(from).split('"startedDateTime"').length - 2);
  if (more === 0) return 'The file ends in the middle of this entry.';
  return `The entry has no end; ${more} behind it cannot be told from it.`;
}
