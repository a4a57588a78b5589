// Finds the values of fields and parameters that hold secrets by their name, in whatever notation: query, form, JSON, JSON in a text.

import { tryParseJson } from '../text/try-parse-json.ts';
import {
  findListValue,
  findValueInLine,
  findValueInMarkup,
  type NameSpan,
  type ValueSpan,
} from './find-secret-value.ts';
import { type JsonStringContext, rewriteJsonStrings } from './rewrite-json-strings.ts';
import { isSecretName, isSecretParameter, secretParameters, secretWords } from './secret-names.ts';

/** What is left in place of a secret. Of a password not even a fingerprint: it could be guessed by that. */
export const REDACTED = '[not kept]';

const parameter = `(?:${secretParameters.join('|')})(?:=|%(?:25){0,5}3d)`;

/** A secret's name from its first word on. What is before is looked up where one is found: to try every start of a long run would take minutes. */
const names = new RegExp(
  `(?:${secretWords}|(?=${parameter}))[\\w.-]*(?:\\]|%5d|\\[[^\\][\\s]{0,60}\\]|%5b[^%\\s]{0,60}%5d){0,5}`,
  'gi',
);

/** As it is, percent-encoded once or more, as HTML writes it, or as scripts and .NET's JSON do. */
const anyQuote = String.raw`\\*["']|(?:%(?:25){0,5}5c)*%(?:25){0,5}22|&(?:quot|apos|#0?3[49]|#x2[27]);|\\{1,8}(?:u00|x)2[27]`;
/** Ruby and PHP point from a name to its value. */
const anySign = `=(?:>|&gt;)|[=:]|%(?:25){0,5}3[ad]`;
const gap = String.raw`(?:\s|%20|\+){0,20}`;

/** The end of a quoted name, what joins it to its value, and the quote that opens the value: PHP and Python may write a type before. */
const KEY_VALUE_SEPARATOR = new RegExp(
  String.raw`(${anyQuote})?\]?${gap}(${anySign})(?:${gap}(?:string\(\d{1,9}\) |[bu])?(${anyQuote}))?`,
  'iy',
);

const mark = /\[(?:not kept|token [0-9a-f]{8})\]/y;

/** `known` may leave something in place of a whole value, as a token's fingerprint. Linear: no character is looked at often. */
export function redactNamedSecrets(
  text: string,
  known: (value: string) => string = () => REDACTED,
  levels: number = MAX_JSON_NESTING,
): string {
  const readable = encodedLetter.test(text) ? withPlainNames(text) : text;
  if (!mayHold(readable)) return text;
  const isJson = levels > 0 && /^\s*["{[]/.test(readable);
  const opened = isJson ? redactInJson(readable, known, levels) : readable;
  return redactInText(opened, known, !isJson ? 'text' : isWhole(opened) ? 'json' : 'broken json');
}

/** In whole JSON each string was gone through by itself: what is left are numbers. */
type Kind = 'text' | 'json' | 'broken json';

function isWhole(json: string): boolean {
  return tryParseJson(json.trim()) !== undefined;
}

/** JSON in a text in JSON: so many times. */
const MAX_JSON_NESTING = 5;

/** Nearly always there is nothing to look for: these find that soonest. */
function mayHold(text: string): boolean {
  return word.test(text) || anyParameter.test(text) || escapedLetter.test(text) || isOAuthBody.test(text);
}

/** A word that is followed as a name is: "Session" in the name of a task would have all of a long list gone through. */
const word = new RegExp(
  `(?:<|name=)[\\w:.-]{0,40}(?:${secretWords})|(?:${secretWords})[\\w.[\\]%-]{0,80}(?:(?:${anyQuote})(?:[\\s:=,>\\]}&;/+%\\\\]|$)|${gap}(?:[:=>]|<\\/|%(?:25){0,5}(?:22|3[ad])|\\\\{1,8}u003[ad]))`,
  'i',
);
/** In JSON that has these a `code` is not that of an error: it buys a token. */
const isOAuthBody = /"(?:grant_?type|redirect_?ur[il]|code_?verifier)"\s{0,20}:/i;
const anyParameter = new RegExp(parameter, 'i');
/** In the name of a property: nobody else escapes letters. */
const escapedLetter = /\\u00(?:[46][1-9a-f]|[57][0-9a]|5f|2d)/i;

/** Nobody but who hides a name from a filter needs to encode its letters. */
const encodedLetter = /%(?:[46][1-9a-f]|[57][0-9a])/i;

function withPlainNames(text: string): string {
  return text.replace(parameterNames, (all, before: string, name: string) => {
    const plain = name.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    return encodedLetter.test(name) && /^[\w.[\]-]+$/.test(plain) && isSecretParameter(plain) ? before + plain : all;
  });
}

const parameterNames = /(^|[?&#;])([^?&#;=\s"<>]{1,200})(?==)/g;

/** What a key makes a secret, with all that is under it; of pairs such as `"Cookie", "sid=1"` what follows. */
function redactInJson(text: string, known: (value: string) => string, levels: number): string {
  const buysToken = isOAuthBody.test(text);
  return rewriteJsonStrings(
    text,
    (value, place) => {
      if (buysToken && !place.isKey && place.key === 'code' && value !== '') return REDACTED;
      if (!place.isKey && value !== '' && !isRedactionMarker(value) && isSecretPlace(place))
        return inPlaceOf(value, known);
      return redactNamedSecrets(value, known, levels - 1);
    },
    (between) => between,
  );
}

function isSecretPlace({ isSecret, isDirect, previousString = '' }: JsonStringContext): boolean {
  return isSecret || ((isDirect ? /^[\w.-]+$/ : headerName).test(previousString) && isSecretName(previousString));
}

/** In lists of words, such as scopes, other names tell nothing of what follows. */
const headerName = /^(?:[a-z-]*authorization|(?:set-)?cookie2?|x-[a-z-]+|api-?key)$/i;

function redactInText(text: string, known: (value: string) => string, kind: Kind): string {
  let kept = '';
  let done = 0;
  const quotesBefore = quotesIn(text);
  for (const { 0: found, index } of text.matchAll(names)) {
    if (index < done) continue;
    const name = { text, from: startOfName(text, index), end: index + found.length };
    const value = isSecret(name) && valueOfName(name, quotesBefore(index), kind);
    if (!value || value.end <= value.start || value.start < done) continue;
    const left = inPlaceOf(text.slice(value.start, value.end), known);
    kept += text.slice(done, value.start) + value.quote + left + value.quote;
    done = value.end;
  }
  return done === 0 ? text : kept + text.slice(done);
}

function isSecret({ text, from, end }: NameSpan): boolean {
  const name = text.slice(from, end);
  return (
    isSecretName(name) || (isSecretParameter(name) && opensParameter.test(text.slice(Math.max(0, from - 20), from)))
  );
}

const opensParameter = /(?:^|[?&#;]|%(?:25){0,5}(?:3f|26))$/i;

function startOfName(text: string, found: number): number {
  let from = found;
  while (from > 0 && found - from < MAX_NAME_CHARS && /[\w.-]/.test(text.charAt(from - 1))) from--;
  // `%26code` is `&code`.
  const encoded =
    text[from - 1] === '%' ? (/^(?:25){0,5}[0-9a-f]{2}/i.exec(text.slice(from, found))?.[0].length ?? 0) : 0;
  return from + encoded;
}

/** Characters. */
const MAX_NAME_CHARS = 60;

function inPlaceOf(value: string, known: (value: string) => string): string {
  const left = known(value);
  return isRedactionMarker(left) ? left : REDACTED;
}

/** Whether a text is what is left of a secret. */
export function isRedactionMarker(text: string): boolean {
  mark.lastIndex = 0;
  return mark.test(text) && mark.lastIndex === text.length;
}

function valueOfName(name: NameSpan, quotes: string, kind: Kind): ValueSpan | undefined {
  const { text, end } = name;
  KEY_VALUE_SEPARATOR.lastIndex = end;
  const found = KEY_VALUE_SEPARATOR.exec(text);
  if (found === null) return kind === 'json' ? undefined : findValueInMarkup(name);
  const [all, closing, sign = '', opening] = found;
  const start = end + all.length;
  if (kind === 'json') return closing === '"' && opening === undefined ? bareValue(text, start, closing) : undefined;
  if (opening !== undefined && isEscape.test(opening))
    return { start, end: endBefore(text, start, opening), quote: '' };
  if (opening !== undefined) return { start, end: endOfQuoted(text, start, opening), quote: '' };
  // "Token => none" may be a sentence.
  if (/^=./.test(sign)) return closing || text[end - 1] === ']' ? valueAfterArrow(text, start) : undefined;
  if (sign === '=' || /d$/i.test(sign)) return { start, end: endOfParameter(text, start, quotes, sign), quote: '' };
  if (closing === undefined || sign !== ':') return findValueInLine(name);
  return (kind === 'text' ? findListValue(text, start, closing) : undefined) ?? bareValue(text, start, closing);
}

const isEscape = /\\(?:u00|x)2[27]$/i;

function endBefore(text: string, start: number, closing: string): number {
  const end = text.indexOf(closing, start);
  return end === -1 ? text.length : end;
}

/** `[refresh_token] => abc`, as PHP prints it. */
function valueAfterArrow(text: string, from: number): ValueSpan | undefined {
  const found = /^[ \t]{0,20}(?!\[)([^\s,;)\]}"'<>]{1,4000})/.exec(text.slice(from, from + 4_020));
  if (found === null || /^(?:null|nil|true|false|array)$/i.test(found[1] ?? '')) return undefined;
  const end = from + found[0].length;
  return { start: end - (found[1] ?? '').length, end, quote: '' };
}

function endOfQuoted(text: string, start: number, opening: string): number {
  const quote = /%(?:25){0,5}22$|&#?\w{2,4};$|.$/i.exec(opening)?.[0] ?? '"';
  const slash = quote.startsWith('%') ? quote.replace(/22$/, '5c') : '\\';
  const openingLevel = 1 + (opening.length - quote.length) / slash.length;
  // In JSON within JSON, each level doubles the backslashes and the quote that they stand before.
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

/** `quotes` opened before: the parameter stands in a longer text, and ends where they close. */
function endOfParameter(text: string, start: number, quotes: string, sign: string): number {
  // Encoded as often as its sign is, or less.
  const ends = sign === '=' ? undefined : new RegExp(`^%(?:25){0,${(sign.length - 3) / 2}}2[236]`);
  mark.lastIndex = start;
  const from = mark.test(text) ? mark.lastIndex : start;
  for (let at = from; at < text.length; at++) {
    const each = text[at] as string;
    if (/[&#\s]/.test(each) || quotes.includes(each)) return at;
    if (each === '%' && ends?.test(text.slice(at, at + sign.length))) return at;
    if (each !== '\\' || quotes === '') continue;
    if (/["'nrt]/.test(text[at + 1] ?? '')) return at;
    at++;
  }
  return text.length;
}

function bareValue(text: string, from: number, quote: string): ValueSpan | undefined {
  const found = /^\s{0,20}([-+.\w]{1,400})/.exec(text.slice(from, from + 420));
  if (found === null || /^(?:null|true|false)$/.test(found[1] ?? '')) return undefined;
  const end = from + found[0].length;
  return { start: end - (found[1] ?? '').length, end, quote };
}

/** Which quotes and brackets came up to a place: those that may end what stands there. Neither can be in an address or a form. */
function quotesIn(text: string): (before: number) => string {
  const first = ['"', '<'].map((quote) => [quote, text.indexOf(quote)] as const);
  return (before) =>
    first
      .filter(([, at]) => at !== -1 && at < before)
      .map(([quote]) => quote)
      .join('');
}
