// Redacts learned values and secrets in text: plain text, URLs, forms, and nested JSON.

import { redactSecrets } from '../secrets/redact-secrets.ts';
import { isRedactionMarker, REDACTED } from '../secrets/redaction-marker.ts';
import { MAX_JSON_NESTING, rewriteJsonStrings } from '../secrets/rewrite-json-strings.ts';
import { stripBom } from '../text/parse-json.ts';
import { formDecode, percentDecode } from '../text/percent-decode.ts';
import { UUIDS } from '../text/uuid.ts';
import { classifyName, isListName, type RedactionClass } from './classes.ts';
import { replaceEmails } from './emails.ts';
import { type EncodedForm, encodedForms } from './encodings.ts';
import { foldCase } from './fold-case.ts';
import { percentEncode } from './percent-encode.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { isCommonWord, isReserved } from './reserved-words.ts';

export interface TextRedactor {
  /** For text of any kind: JSON, a form, a URL, a sentence. */
  text(text: string): string;
  /** Does not replace names: for headers whose words have a technical meaning. */
  redactKeepingKeywords(text: string): string;
  url(url: string): string;
}

export function createTextRedactor(pseudonyms: Pseudonyms, classes: ReadonlySet<RedactionClass>): TextRedactor {
  const { words, encodedNames } = buildMatcher(pseudonyms);
  const pseudonymOf = (found: string): string => {
    const { name, encode } = encodedNames.get(foldCase(found)) ?? {};
    const pseudonym = pseudonyms.find(name ?? found) ?? found;
    return encode ? encode(pseudonym) : pseudonym;
  };

  const withEmails = (rest: (text: string) => string) =>
    classes.has('emails') ? (text: string) => replaceEmails(text, pseudonyms.email, rest) : rest;
  const redactWords = withEmails((text) => words.replace(text, pseudonymOf));
  const redactNoWords = withEmails((text) => text);
  const redactUuid = (uuid: string) => pseudonyms.find(uuid) ?? uuid;

  const redactPlain = (text: string, andWords = true) =>
    replaceOutside(redactSecrets(text), UUIDS, redactUuid, andWords ? redactWords : redactNoWords);

  const redactJson = (text: string, levels: number): string =>
    rewriteJsonStrings(
      redactSecrets(text),
      (value, context) => {
        // A task may be named `Notes`, like an unknown field.
        if (context.isKey && /^[a-z]\w{0,40}$/.test(value)) return redactPlain(value, false);
        if (context.isKey || context.key === undefined || context.inModelState) return redactCached(value, levels - 1);
        if (context.isSecret) return value === '' || isRedactionMarker(value) ? value : REDACTED;
        const redactionClass = classifyName(context.key, context.parent);
        const replacement =
          redactionClass && (context.isDirect || redactionClass !== 'names' || isListName(context.key))
            ? pseudonyms.find(value)
            : undefined;
        return replacement ?? redactCached(value, levels - 1);
      },
      redactPlain,
    );

  /** Beyond `levels`, nested JSON is redacted as plain text. */
  const redactAny = (text: string, levels: number): string => {
    if (levels > 0 && looksLikeJson(text)) return redactJson(text, levels);
    if (/^[a-z][\w+.-]*:\/\/\S+$/i.test(text)) return url(text);
    return looksLikeForm(text) ? redactUrlParts(redactSecrets(text), true) : redactPlain(text);
  };

  /** Short strings recur in many items. */
  const redactCached = cached(redactAny);
  /** The name of a parameter. */
  const redactName = cached((text) => redactPlain(text, false));

  /** Decodes each piece, and leaves its encoding as is if nothing in it is redacted. */
  const redactUrlParts = (text: string, isQuery: boolean): string => {
    const redactPiece = (piece: string, isValue: boolean): string => {
      const decoded = (isQuery ? formDecode : percentDecode)(piece);
      if (!isValue) name = decoded;
      const redactionClass = isValue ? classifyName(name) : undefined;
      const found = redactionClass && redactList(decoded, pseudonyms);
      const now = found ?? (isQuery && !isValue ? redactName(decoded, 0) : redactCached(decoded, 2));
      return now === decoded ? piece : percentEncode(now);
    };
    let name = '';
    let redacted = '';
    let done = 0;
    // Without a regular expression, which would allocate for each of many pieces.
    for (let start = 0, end = 0; start < text.length; start = ++end) {
      while (end < text.length && !urlDelimiters.has(text.charCodeAt(end))) end++;
      const piece = text.slice(start, end);
      const now = piece === '' ? piece : redactPiece(piece, text[start - 1] === '=');
      if (now === piece) continue;
      redacted += text.slice(done, start) + now;
      done = end;
    }
    return done === 0 ? text : redacted + text.slice(done);
  };

  const url = (address: string): string => {
    const clean = redactSecrets(address);
    const [origin = ''] = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(clean) ?? [];
    const query = clean.indexOf('?', origin.length);
    const end = query === -1 ? clean.length : query;
    // A URL with credentials contains a password.
    const server = origin.replace(/\/\/.*@/, `//${REDACTED}@`);
    return (
      redactPlain(server, false) +
      redactUrlParts(clean.slice(origin.length, end), false) +
      redactUrlParts(clean.slice(end), true)
    );
  };

  return {
    text: (text) => {
      const clean = stripBom(text);
      return text.slice(0, text.length - clean.length) + redactAny(clean, MAX_JSON_NESTING);
    },
    redactKeepingKeywords: (text) => redactPlain(text, false),
    url,
  };
}

/** The delimiters of the parts of a URL or a form, as character codes. */
const urlDelimiters: ReadonlySet<number> = new Set([...'?&#;/='].map((each) => each.charCodeAt(0)));

/** Remembers the results for short texts. */
function cached(redact: (text: string, levels: number) => string): typeof redact {
  const results = Array.from({ length: MAX_JSON_NESTING + 1 }, () => new Map<string, string>());
  return (text, levels) => {
    if (text.length > 100) return redact(text, levels);
    const known = results[levels] as Map<string, string>;
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = redact(text, levels);
    if (known.size > MAX_CACHED) known.clear();
    known.set(text, now);
    return now;
  };
}

const MAX_CACHED = 1_000;

/** Excludes short ids, and names that are words of the API: these are replaced only as whole values. */
function buildMatcher(pseudonyms: Pseudonyms): {
  words: PhraseMatcher;
  encodedNames: ReadonlyMap<string, MatchTarget>;
} {
  const words = createPhraseMatcher();
  const encodedNames = new Map<string, MatchTarget>();
  for (const [text, redactionClass] of pseudonyms.words) {
    if (text.length < MIN_MATCH_CHARS[redactionClass] || !/\p{L}/u.test(text) || isReserved(text)) continue;
    const spelling = isCommonWord(text) ? 'capitalised' : 'any';
    words.add(text, spelling);
    for (const { text: each, encode } of encodedForms(text)) {
      words.add(each, spelling);
      if (!encodedNames.has(each)) encodedNames.set(each, { name: text, encode });
    }
  }
  return { words, encodedNames };
}

/** The name that an encoded form represents. */
interface MatchTarget extends Pick<EncodedForm, 'encode'> {
  readonly name: string;
}

const MIN_MATCH_CHARS: Readonly<Record<RedactionClass, number>> = { tenants: 4, ids: 4, names: 2, emails: 4 };

function redactList(value: string, pseudonyms: Pseudonyms): string | undefined {
  const parts = value.split(',').map((each) => pseudonyms.find(each.trim()));
  return pseudonyms.find(value) ?? (parts.every((each) => each !== undefined) ? parts.join(',') : undefined);
}

function replaceOutside(
  text: string,
  pattern: RegExp,
  inside: (found: string) => string,
  gap: (text: string) => string,
) {
  if (text.search(pattern) === -1) return gap(text);
  let result = '';
  let done = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    result += gap(text.slice(done, index)) + inside(found);
    done = index + found.length;
  }
  return result + gap(text.slice(done));
}

function looksLikeJson(text: string): boolean {
  return /^\s*["{[]/.test(text);
}

/** `a=b&c=d`, without characters that a form would encode. */
function looksLikeForm(text: string): boolean {
  return text.length < MAX_FORM_CHARS && /^[^\s={}<>"&]+=[^\s{}<>"]*$/.test(text);
}

const MAX_FORM_CHARS = 1_048_576;
