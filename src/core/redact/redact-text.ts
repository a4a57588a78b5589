// Takes learned values and secrets out of texts: plain ones, addresses and forms, and JSON at any depth.

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
  /** Whatever it is: JSON, a form, an address, a sentence. */
  text(text: string): string;
  /** Leaves names in it: of a header whose words have a meaning. */
  redactKeepingKeywords(text: string): string;
  url(url: string): string;
}

export function createTextRedactor(pseudonyms: Pseudonyms, classes: ReadonlySet<RedactionClass>): TextRedactor {
  const { words, meant } = buildMatcher(pseudonyms);
  const pseudonymOf = (found: string): string => {
    const { name, encode } = meant.get(foldCase(found)) ?? {};
    const pseudonym = pseudonyms.find(name ?? found) ?? found;
    return encode ? encode(pseudonym) : pseudonym;
  };

  const patterns = (text: string, andWords: boolean): string => {
    const named = (part: string) => (andWords ? words.replace(part, pseudonymOf) : part);
    const gap = classes.has('emails') ? (part: string) => replaceEmails(part, pseudonyms.email, named) : named;
    return replaceOutside(text, UUIDS, (uuid) => pseudonyms.find(uuid) ?? uuid, gap);
  };

  const plain = (text: string, andWords = true) => patterns(redactSecrets(text), andWords);

  const json = (text: string, levels: number): string =>
    rewriteJsonStrings(
      redactSecrets(text),
      (value, place) => {
        // A task may be called `Notes`, as an unknown field.
        if (place.isKey && /^[a-z]\w{0,40}$/.test(value)) return plain(value, false);
        if (place.isKey || place.key === undefined || place.inModelState) return known(value, levels - 1);
        if (place.isSecret) return value === '' || isRedactionMarker(value) ? value : REDACTED;
        const of = classifyName(place.key, place.parent);
        const whole =
          of && (place.isDirect || of !== 'names' || isListName(place.key)) ? pseudonyms.find(value) : undefined;
        return whole ?? known(value, levels - 1);
      },
      plain,
    );

  /** Deeper than a few levels, what is in a text is not opened any more but searched. */
  const any = (text: string, levels: number): string => {
    if (levels > 0 && looksLikeJson(text)) return json(text, levels);
    if (/^[a-z][\w+.-]*:\/\/\S+$/i.test(text)) return url(text);
    return looksLikeForm(text) ? redactUrlParts(redactSecrets(text), true) : plain(text);
  };

  /** Short texts repeat from item to item. */
  const remembered = new Map<string, string>();
  const known = (text: string, levels: number): string => {
    if (text.length > 100) return any(text, levels);
    const key = `${levels}${text}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const now = any(text, levels);
    if (remembered.size > 20_000) remembered.clear();
    remembered.set(key, now);
    return now;
  };

  /** Each piece is decoded, and where nothing is found in it, left as it was spelled. */
  const redactUrlParts = (text: string, isQuery: boolean): string => {
    let name = '';
    return text.replace(/([?&#;/=]?)([^?&#;/=]+)/g, (_, before: string, piece: string) => {
      const decoded = (isQuery ? formDecode : percentDecode)(piece);
      if (before !== '=') name = decoded;
      const of = before === '=' ? classifyName(name) : undefined;
      const found = of && redactList(decoded, pseudonyms);
      const now = found ?? (isQuery && before !== '=' ? plain(decoded, false) : known(decoded, 2));
      return before + (now === decoded ? piece : percentEncode(now));
    });
  };

  const url = (address: string): string => {
    const clean = redactSecrets(address);
    const [origin = ''] = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(clean) ?? [];
    const query = clean.indexOf('?', origin.length);
    const end = query === -1 ? clean.length : query;
    // Who signs in by an address has the password in it.
    const server = origin.replace(/\/\/.*@/, `//${REDACTED}@`);
    return (
      plain(server, false) +
      redactUrlParts(clean.slice(origin.length, end), false) +
      redactUrlParts(clean.slice(end), true)
    );
  };

  return {
    text: (text) => {
      const clean = stripBom(text);
      return text.slice(0, text.length - clean.length) + any(clean, MAX_JSON_NESTING);
    },
    redactKeepingKeywords: (text) => plain(text, false),
    url,
  };
}

/** Ids of few characters and names that are words of the API are only replaced where they stand as such. */
function buildMatcher(pseudonyms: Pseudonyms): { words: PhraseMatcher; meant: ReadonlyMap<string, MatchTarget> } {
  const words = createPhraseMatcher();
  const meant = new Map<string, MatchTarget>();
  for (const [text, of] of pseudonyms.words) {
    if (text.length < shortest[of] || !/\p{L}/u.test(text) || isReserved(text)) continue;
    const spelling = isCommonWord(text) ? 'capitalised' : 'any';
    words.add(text, spelling);
    for (const { text: each, encode } of encodedForms(text)) {
      words.add(each, spelling);
      if (!meant.has(each)) meant.set(each, { name: text, encode });
    }
  }
  return { words, meant };
}

/** What is meant by another spelling of it. */
interface MatchTarget extends Pick<EncodedForm, 'encode'> {
  readonly name: string;
}

/** Characters. */
const shortest: Readonly<Record<RedactionClass, number>> = { tenants: 4, ids: 4, names: 2, emails: 4 };

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
  let kept = '';
  let done = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    kept += gap(text.slice(done, index)) + inside(found);
    done = index + found.length;
  }
  return kept + gap(text.slice(done));
}

function looksLikeJson(text: string): boolean {
  return /^\s*["{[]/.test(text);
}

/** `a=b&c=d`, with nothing in it that a form would encode. */
function looksLikeForm(text: string): boolean {
  return text.length < MAX_FORM_CHARS && /^[^\s={}<>"&]+=[^\s{}<>"]*$/.test(text);
}

/** Characters. */
const MAX_FORM_CHARS = 1_048_576;
