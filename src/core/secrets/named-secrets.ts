// Redacts the values of fields and parameters whose name says that they hold a secret, in any notation.

import { tryParseJson } from '../text/try-parse-json.ts';
import { looksRandom } from './looks-random.ts';
import { ANY_QUOTE, findSeparator, GAP, type TextKind } from './named-site.ts';
import { findSecretValue } from './notations.ts';
import { isRedactionMarker, REDACTED } from './redaction-marker.ts';
import { type JsonStringContext, MAX_JSON_NESTING, rewriteJsonStrings } from './rewrite-json-strings.ts';
import { createScanBudget } from './scan-budget.ts';
import {
  candidateWords,
  isAmbiguousName,
  isSecretField,
  isSecretName,
  isSecretParameter,
  secretParameters,
} from './secret-names.ts';

/** A parameter that holds a secret in a query or a form. A regular expression's source. */
export const parameter = `(?:${secretParameters.join('|')})(?:=|%(?:25){0,5}3d)`;

/** Matches a name from its first secret word on; `startOfName` finds the rest. Trying every start of a long run takes quadratic time. */
const names = new RegExp(
  `(?:${candidateWords}|(?=${parameter}))[\\w.-]{0,1000}(?:\\]|%5d|\\[[^\\][\\s]{0,60}\\]|%5b[^%\\s]{0,60}%5d){0,5}`,
  'gi',
);

/** `getMarker` may return another marker for a whole value, such as a token's fingerprint. Linear in the length of the text. */
export function redactNamedSecrets(
  text: string,
  getMarker: (value: string) => string = () => REDACTED,
  levels: number = MAX_JSON_NESTING,
): string {
  const readable = encodedLetter.test(text) ? withPlainNames(text) : text;
  if (!mayHold(readable)) return text;
  const isJson = levels > 0 && /^["{[]/.test(readable.trimStart());
  const opened = isJson ? redactInJson(readable, getMarker, levels) : readable;
  return redactInText(opened, getMarker, !isJson ? 'text' : isWhole(opened) ? 'json' : 'broken json');
}

function isWhole(json: string): boolean {
  return tryParseJson(json.trim()) !== undefined;
}

/** A cheap test first: most texts hold no secret. */
function mayHold(text: string): boolean {
  return word.test(text) || anyParameter.test(text) || escapedLetter.test(text) || isOAuthBody.test(text);
}

/** What precedes the name of a secret, whatever follows it. A regular expression's source. */
export const beforeName = String.raw`(?:<|--|''|name=)[\w:.-]{0,40}`;
/**
 * What follows a secret word in a name. "Session" in the name of a task alone doesn't count. A regular expression's source. The lookahead
 * keeps a long run of letters from trying all alternatives after each of them.
 */
export const afterWord = String.raw`[\w.[\]%-]{0,80}(?![\w.[\]-])(?:(?:${ANY_QUOTE})(?:[\s:=,>\]}&;/+%\\]|$)|${GAP}(?:[:=>]|<\/|%(?:25){0,5}(?:22|3[ad])|\\{1,8}u003[ad]))`;
const word = new RegExp(`${beforeName}(?:${candidateWords})|(?:${candidateWords})${afterWord}`, 'i');
/** In JSON with these keys, `code` is an authorization code and not an error code. A regular expression's source. */
export const oauthKeys = 'grant_?type|redirect_?ur[il]|code_?verifier';
const isOAuthBody = new RegExp(`"(?:${oauthKeys})"\\s{0,20}:`, 'i');
const anyParameter = new RegExp(parameter, 'i');
/** Escaped letters in a property name. */
const escapedLetter = /\\u00(?:[46][1-9a-f]|[57][0-9a]|5f|2d)/i;

/** Encoding letters is needed only to hide a name from a filter. */
const encodedLetter = /%(?:[46][1-9a-f]|[57][0-9a])/i;

function withPlainNames(text: string): string {
  return text.replace(parameterNames, (all, before: string, name: string) => {
    const plain = name.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    return encodedLetter.test(name) && /^[\w.[\]-]+$/.test(plain) && isSecretParameter(plain) ? before + plain : all;
  });
}

const parameterNames = /(^|[?&#;])([^?&#;=\s"<>]{1,200})(?==)/g;

/** Redacts everything under a secret key, and what follows the name in pairs such as `"Cookie", "sid=1"`. */
function redactInJson(text: string, getMarker: (value: string) => string, levels: number): string {
  const isOAuth = isOAuthBody.test(text);
  return rewriteJsonStrings(
    text,
    (value, context) => {
      if (isOAuth && !context.isKey && context.key === 'code' && value !== '') return REDACTED;
      if (value !== '' && !isRedactionMarker(value) && isSecretContext(value, context))
        return markerFor(value, getMarker);
      return redactNamedSecrets(value, getMarker, levels - 1);
    },
    (between) => between,
  );
}

function isSecretContext(value: string, context: JsonStringContext): boolean {
  const { isSecret, isBelowSecret, isKey, key, pairName, previousString = '' } = context;
  if (isKey) return isBelowSecret && looksRandom(value);
  if (isSecret || (key !== undefined && !context.inModelState && isSecretField(key, value))) return true;
  if (pairName !== undefined) return isSecretField(pairName, value) && (context.isPairValue || looksRandom(value));
  if (headerName.test(previousString)) return isSecretField(previousString, value);
  return /^[\w.-]{1,60}$/.test(previousString) && isSecretField(previousString, value) && looksRandom(value);
}

/** The only names that count in a list, whatever follows them: a list of scopes may contain `session`, too. */
const headerName = /^(?:[a-z-]*authorization|(?:set-)?cookie2?|x-[a-z-]+|api-?key|--[a-z-]+)$/i;

function redactInText(text: string, getMarker: (value: string) => string, kind: TextKind): string {
  let redacted = '';
  let done = 0;
  const quotesBefore = quotesIn(text);
  const mayReject = createScanBudget(text.length);
  for (const { 0: found, index } of text.matchAll(names)) {
    if (index < done) continue;
    const [from, end] = [startOfName(text, index), index + found.length];
    const name = text.slice(from, end);
    const isSecret =
      isSecretName(name) || (isSecretParameter(name) && opensParameter.test(text.slice(Math.max(0, from - 20), from)));
    if (!isSecret && !isAmbiguousName(name)) continue;
    const separator = findSeparator(text, end);
    const value = findSecretValue({ text, from, end, kind, quotesBefore: quotesBefore(index), separator });
    if (!value || value.end <= value.start || value.start < done) continue;
    const content = text.slice(value.start, value.end);
    if (!isSecret && !isSecretField(name, content) && mayReject(content.length)) continue;
    const marker = markerFor(content, getMarker);
    redacted += text.slice(done, value.start) + value.quote + marker + value.quote;
    done = value.end;
  }
  return done === 0 ? text : redacted + text.slice(done);
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

const MAX_NAME_CHARS = 60;

function markerFor(value: string, getMarker: (value: string) => string): string {
  const marker = getMarker(value);
  return isRedactionMarker(marker) ? marker : REDACTED;
}

/** Returns which of `"` and `<` occur before a position: they may end a value there. Neither can be part of a URL or a form. */
function quotesIn(text: string): (before: number) => string {
  const first = ['"', '<'].map((quote) => [quote, text.indexOf(quote)] as const);
  return (before) =>
    first
      .filter(([, at]) => at !== -1 && at < before)
      .map(([quote]) => quote)
      .join('');
}
