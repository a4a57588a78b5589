// Rewrites the strings of a JSON text and leaves everything else unchanged: formatting, numbers, broken parts.

import { createScanner } from 'jsonc-parser';
import { candidateWords, isAmbiguousName, isSecretName } from './secret-names.ts';

/** Levels of JSON inside strings of JSON that are searched. */
export const MAX_JSON_NESTING = 5;

/** What surrounds a string. */
export interface JsonStringContext {
  /** The property that holds it, directly or in a list; `undefined` at the top level. */
  readonly key: string | undefined;
  /** Whether the string is a property name. */
  readonly isKey: boolean;
  /** Whether it holds the string directly, not in a list. */
  readonly isDirect: boolean;
  /** Identity of the enclosing object or list: the same reference for all its strings. */
  readonly container: object;
  /** The property that holds the enclosing object or list. */
  readonly parent: string | undefined;
  /** Whether the string is below the name of a secret, at any depth. */
  readonly isSecret: boolean;
  /** Whether the enclosing object or list is below the name of a secret. */
  readonly isBelowSecret: boolean;
  /** In a list, the previous string. */
  readonly previousString: string | undefined;
  /** The name that an object such as `{"value": "abc", "name": "Authorization"}` gives its value, if it may be that of a secret. */
  readonly pairName: string | undefined;
  /** Whether the property is called `value` or the like, as in such an object. */
  readonly isPairValue: boolean;
  /** Whether it is in Xero's `modelState`, whose property names are fields and whose values are messages. */
  readonly inModelState: boolean;
}

/** An object or a list that is being read; also the context of its strings. Plain data: deeply nested JSON has very many. */
interface Frame extends Mutable<JsonStringContext> {
  readonly isList: boolean;
  readonly above: Frame | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** `key`: the property that holds a list; `undefined` for an object. */
function createFrame(isList: boolean, key: string | undefined, above: Frame | undefined, pairName?: string): Frame {
  const frame: Frame = {
    isList,
    above,
    key,
    isKey: !isList,
    isDirect: !isList,
    container: nowhere,
    parent: isList ? above?.parent : above?.key,
    isBelowSecret: above?.isSecret === true,
    isSecret: false,
    inModelState: above !== undefined && (above.inModelState || above.key?.toLowerCase() === 'modelstate'),
    previousString: undefined,
    pairName,
    isPairValue: false,
  };
  frame.container = frame;
  setKey(frame, key);
  return frame;
}

const nowhere = {};

function setKey(frame: Frame, key: string | undefined): void {
  frame.key = key;
  frame.isPairValue = !frame.isList && key !== undefined && valueKey.test(key);
  const isSecretPair = frame.isPairValue && frame.pairName !== undefined && isSecretName(frame.pairName);
  frame.isSecret =
    !frame.inModelState && (frame.isBelowSecret || isSecretPair || (key !== undefined && isSecretName(key)));
}

/** Properties that give the name and the value of a header, a field or a variable. */
const nameKey =
  /^(?:name|key|k|n|header|field|id|param(?:eter)?|property|prop|attribute|variable|var|label|title|entry|type|kind)_?(?:name|key|id)?$/i;
const valueKey =
  /^(?:val(?:ue)?s?|v|content|text|data|body|raw|string|default|current|initial|old|new|input|contents|literal|plain)_?(?:value|text|string)?$/i;

/** Counts objects and lists in the order in which they start. */
type PairNames = ReadonlyMap<number, string>;

/** Names may follow their values, so they are collected first. */
function collectPairNames(text: string): PairNames {
  const names = new Map<number, string>();
  if (!maybePair.test(text)) return names;
  const scanner = createScanner(text, true);
  const open: number[] = [];
  let count = 0;
  let key: string | undefined;
  let previous: string | undefined;
  for (let token = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) open.push(count++);
    else if (token === closeBrace || token === closeBracket) open.pop();
    if (token === colon) key = previous;
    else if (token === string) {
      previous = scanner.getTokenValue();
      const at = open.at(-1);
      if (key !== undefined && at !== undefined && nameKey.test(key) && isPairName(previous)) names.set(at, previous);
    }
    if (token !== colon) key = undefined;
  }
  return names;
}

function isPairName(name: string): boolean {
  return /^[\w.[\]-]{1,100}$/.test(name) && (isSecretName(name) || isAmbiguousName(name));
}

/** A string with the name of a secret in it. */
const maybePair = new RegExp(`"[\\w.[\\]-]{0,100}?(?:${candidateWords})[\\w.[\\]-]{0,100}"\\s{0,20}[,}\\]]`, 'i');

/** Whether numbers are secrets: only under the name of a secret itself, because a lifetime beside a secret isn't one. */
function hidesNumbers({ isKey, isSecret, isBelowSecret, isPairValue, key }: Frame): boolean {
  return !isKey && isSecret && (!isBelowSecret || isPairValue || (key !== undefined && isSecretName(key)));
}

/** `change` gets each string unescaped, and numbers under the name of a secret. `between` gets what is neither string, punctuation nor number: broken JSON. */
export function rewriteJsonStrings(
  text: string,
  change: (value: string, context: JsonStringContext) => string,
  between: (text: string) => string,
): string {
  const scanner = createScanner(text, true);
  const pairNames = collectPairNames(text);
  let count = 0;
  const parts: string[] = [];
  let done = 0;
  let gap = 0;
  let frame = createFrame(true, undefined, undefined);

  const replace = (from: number, to: number, now: string) => {
    parts.push(text.slice(done, from), now);
    done = to;
  };
  const closeGap = (to: number) => {
    const raw = text.slice(gap, to);
    if (isPlain(raw)) return;
    const now = between(raw);
    if (now !== raw) replace(gap, to, now);
  };

  for (let token = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    const from = scanner.getTokenOffset();
    if (token === openBrace) frame = createFrame(false, undefined, frame, pairNames.get(count++));
    else if (token === openBracket) frame = createFrame(true, frame.key, frame, pairNames.get(count++));
    else if (token === closeBrace || token === closeBracket) frame = frame.above ?? frame;
    else if (token === comma) frame.isKey = !frame.isList;
    else if (token === colon) frame.isKey = false;
    else if (token === string) {
      closeGap(from);
      gap = from + scanner.getTokenLength();
      const value = scanner.getTokenValue();
      if (frame.isKey) setKey(frame, value);
      const now = change(value, frame);
      if (frame.isList) frame.previousString = value;
      if (now !== value)
        replace(
          from,
          gap,
          scanner.getTokenError() === END_OF_STRING ? JSON.stringify(now).slice(0, -1) : JSON.stringify(now),
        );
    } else if (token === number && hidesNumbers(frame)) {
      const value = scanner.getTokenValue();
      const now = change(value, frame);
      if (now === value) continue;
      closeGap(from);
      gap = from + scanner.getTokenLength();
      replace(from, gap, JSON.stringify(now));
    }
  }
  closeGap(text.length);
  return done === 0 ? text : parts.join('') + text.slice(done);
}

// `SyntaxKind` is a const enum, which can't be imported with isolatedModules.
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon, string, number, endOfText] = [
  1, 2, 3, 4, 5, 6, 10, 11, 17,
];
/** The `ScanError` of an unterminated string, which stays unterminated. */
const END_OF_STRING = 2;

/** Whether the text has only punctuation, numbers and literals. */
function isPlain(text: string): boolean {
  const other = /[^\s{}[\],:\d.eE+-]/;
  return !other.test(text) || !other.test(text.replace(/\b(?:true|false|null)\b/g, ''));
}
