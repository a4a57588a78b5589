// Values after a name and a sign: quoted, after an arrow, on a line, a list, a bare word.

import { endOfRun } from './end-of-run.ts';
import { looksRandom } from './looks-random.ts';
import type { NamedSite, ValueSpan } from './named-site.ts';

/** `"name": "value"`, in whatever quotes. */
export function findQuotedValue({ text, kind, separator }: NamedSite): ValueSpan | undefined {
  if (separator?.opening === undefined || kind === 'json') return undefined;
  const { opening, end: start } = separator;
  const end = isEscape.test(opening) ? indexOrEnd(text, opening, start) : endOfQuoted(text, start, opening);
  return { start, end, quote: '' };
}

const isEscape = /\\(?:u00|x)2[27]$/i;

function indexOrEnd(text: string, closing: string, start: number): number {
  const end = text.indexOf(closing, start);
  return end === -1 ? text.length : end;
}

function endOfQuoted(text: string, start: number, opening: string): number {
  const quote = /%(?:25){0,5}22$|&#?\w{2,4};$|.$/i.exec(opening)?.[0] ?? '"';
  const slash = quote.startsWith('%') ? quote.replace(/22$/, '5c') : '\\';
  const openingLevel = 1 + (opening.length - quote.length) / slash.length;
  // In JSON within JSON, each level doubles the backslashes before the quote.
  for (let at = text.indexOf(quote, start); at !== -1; at = text.indexOf(quote, at + 1)) {
    let marks = 1;
    let from = at;
    while (from - slash.length >= start && text.slice(from - slash.length, from).toLowerCase() === slash) {
      from -= slash.length;
      marks++;
    }
    const level = marks & -marks;
    if (level <= openingLevel) return at - (level - 1) * slash.length;
  }
  return text.length;
}

/** `[refresh_token] => abc`, as PHP prints it. "Token => none" may be a sentence: the name has to be quoted or in brackets. */
export function findValueAfterArrow({ text, end: nameEnd, kind, separator }: NamedSite): ValueSpan | undefined {
  if (!hasArrow(separator) || separator?.opening !== undefined || kind === 'json') return undefined;
  if (separator === undefined || !(separator.closing || text[nameEnd - 1] === ']')) return undefined;
  const from = separator.end;
  const start = from + (/^[ \t]{0,20}/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  const end = text[start] === '[' ? start : endOfRun(text, start, word);
  const isEmpty = end === start || /^(?:null|nil|true|false|array)$/i.test(text.slice(start, end));
  return isEmpty ? undefined : { start, end, quote: '' };
}

const word = /[^\s,;)\]}"'<>]{1,500}/y;

/** `=>`, or as HTML writes it. */
export function hasArrow(separator: NamedSite['separator']): boolean {
  return separator !== undefined && /^=./.test(separator.sign);
}

/** `Cookie: a=1; b=2` or YAML's `refresh_token: abc`. "Session: kitchen" may be the name of a task, so it has to look like a header or a key. */
export function findValueInLine(site: NamedSite): ValueSpan | undefined {
  const { text, from, end: nameEnd, separator } = site;
  if (!hasColon(site) || (separator?.closing !== undefined && separator.sign === ':')) return undefined;
  const before = beforeLine.exec(text.slice(Math.max(0, from - 21), from));
  if (before === null) return undefined;
  const gap = /[ \t]{0,20}:[ \t]{0,20}/y;
  gap.lastIndex = nameEnd;
  if (!gap.test(text)) return undefined;
  const start = gap.lastIndex;
  const lineEnd = text.slice(start).search(lineEnds.get(before[1]) ?? /[\r\n]/);
  const value = text.slice(start, lineEnd === -1 ? text.length : start + lineEnd).trimEnd();
  const name = text.slice(from, nameEnd);
  const isHeader = /authorization/i.test(name) || (/cookie/i.test(name) && value.includes('='));
  const isField =
    !/\s/.test(value) &&
    (/[_-]/.test(name) || isOneOfLines(text, from, start) || (before[1] !== undefined && looksRandom(value)));
  return isHeader || isField ? { start, end: start + value.length, quote: '' } : undefined;
}

/** Looks only around the name: a search through the whole text for each name takes quadratic time. */
function isOneOfLines(text: string, from: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(Math.max(0, from - MAX_LINE_CHARS), end + MAX_LINE_CHARS));
}

const MAX_LINE_CHARS = 1_000;

/** The start of a line, or of a quoted header as in `-H "X-Api-Key: abc"`. */
const beforeLine = /(?:^|[\r\n]|(["']))[ \t<>*-]{0,20}$/;
const lineEnds = new Map<string | undefined, RegExp>([
  ['"', /[\r\n]|\\{0,8}"/],
  ["'", /[\r\n]|\\{0,8}'/],
]);

/** `--password abc`. */
export function findOptionValue({ text, from, end, kind, separator }: NamedSite): ValueSpan | undefined {
  if (kind === 'json' || separator !== undefined || !text.startsWith('--', from)) return undefined;
  optionGap.lastIndex = end;
  if (!optionGap.test(text)) return undefined;
  const start = optionGap.lastIndex;
  return { start, end: endOfRun(text, start, optionValue), quote: '' };
}

const optionGap = /[ \t]{1,20}["']?(?=[^\s"'-])/y;
const optionValue = /[^\s"'\\]{1,500}/y;

/** `('X-Api-Key', 'abc')`, as Python prints it. */
export function findTupleValue({ text, from, end, kind, separator }: NamedSite): ValueSpan | undefined {
  if (kind === 'json' || separator !== undefined || !/\(b?["']$/.test(text.slice(Math.max(0, from - 3), from)))
    return undefined;
  tupleComma.lastIndex = end;
  const quote = tupleComma.exec(text)?.[1];
  if (quote === undefined) return undefined;
  const start = tupleComma.lastIndex;
  return { start, end: indexOrEnd(text, quote, start), quote: '' };
}

const tupleComma = /["'],\s{0,5}b?(["'])/y;

/** A whole list or object. */
export function findListValue(site: NamedSite): ValueSpan | undefined {
  const { text, kind, separator } = site;
  if (kind !== 'text' || !hasColon(site) || separator?.closing === undefined || separator.sign !== ':')
    return undefined;
  const { end: from, closing: quote } = separator;
  const start = from + (/^\s{0,20}/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  if (!/[[{]/.test(text.charAt(start))) return undefined;
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const each = text.charAt(at);
    if (each === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (each === '[' || each === '{') depth++;
    else if ((each === ']' || each === '}') && --depth === 0) return { start, end: at + 1, quote };
  }
  return { start, end: text.length, quote };
}

/** A number or a word after a quoted name and a colon. */
export function findBareValue(site: NamedSite): ValueSpan | undefined {
  const { text, kind, separator } = site;
  if (separator?.closing === undefined || separator.opening !== undefined) return undefined;
  if (kind === 'json' ? separator.closing !== '"' : !hasColon(site) || separator.sign !== ':') return undefined;
  const { end: from, closing: quote } = separator;
  const start = from + (/^\s{0,20}/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  const end = endOfRun(text, start, bare);
  return end === start || /^(?:null|true|false)$/.test(text.slice(start, end)) ? undefined : { start, end, quote };
}

const bare = /[-+.\w]{1,500}/y;

/** `:` or `%3a`, with no quote after it. */
function hasColon({ kind, separator }: NamedSite): boolean {
  return kind !== 'json' && separator?.opening === undefined && /^(?::|%(?:25){0,5}3a)$/i.test(separator?.sign ?? '');
}
