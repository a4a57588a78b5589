// Rewrites the strings of a JSON text and leaves everything else unchanged: formatting, numbers, broken parts.

import { createScanner } from 'jsonc-parser';
import { isSecretName } from './secret-names.ts';

/** Levels of JSON inside strings of JSON that are searched. */
export const MAX_JSON_NESTING = 5;

/** What surrounds a string. */
export interface JsonStringContext {
  /** The property that holds it, directly or in a list; `undefined` at the top level. */
  readonly key: string | undefined;
  /** The string is a property name. */
  readonly isKey: boolean;
  /** Directly, not in a list. */
  readonly isDirect: boolean;
  /** Identity of the enclosing object or list: the same reference for all its strings. */
  readonly container: object;
  /** The property that holds the enclosing object or list. */
  readonly parent: string | undefined;
  /** Below the name of a secret, at any depth. */
  readonly isSecret: boolean;
  /** In a list, the string before; for a property `value`, that of its sibling `name` or `key`. */
  readonly previousString: string | undefined;
  /** In Xero's `modelState`, whose property names are fields and whose values are messages. */
  readonly inModelState: boolean;
}

/** An object or a list that is being read; also the context of its strings. Plain data: deeply nested JSON has very many. */
interface Frame extends Mutable<JsonStringContext> {
  readonly isList: boolean;
  readonly above: Frame | undefined;
  readonly isBelowSecret: boolean;
  last: string | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** `key`: the property that holds a list; `undefined` for an object. */
function createFrame(isList: boolean, key: string | undefined, above: Frame | undefined): Frame {
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
    last: undefined,
    previousString: undefined,
  };
  frame.container = frame;
  setKey(frame, key);
  return frame;
}

const nowhere = {};

function setKey(frame: Frame, key: string | undefined): void {
  frame.key = key;
  frame.isSecret = !frame.inModelState && (frame.isBelowSecret || (key !== undefined && isSecretName(key)));
  frame.previousString = frame.isList || key?.toLowerCase() === 'value' ? frame.last : undefined;
}

function addValue(frame: Frame, value: string): void {
  if (!frame.isList && !/^(?:name|key|header)$/i.test(frame.key ?? '')) return;
  frame.last = value;
  if (frame.isList) frame.previousString = value;
}

/** `change` gets each string unescaped. `between` gets what is neither string, punctuation nor number: broken JSON. */
export function rewriteJsonStrings(
  text: string,
  change: (value: string, context: JsonStringContext) => string,
  between: (text: string) => string,
): string {
  const scanner = createScanner(text, true);
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
    if (token === openBrace) frame = createFrame(false, undefined, frame);
    else if (token === openBracket) frame = createFrame(true, frame.key, frame);
    else if (token === closeBrace || token === closeBracket) frame = frame.above ?? frame;
    else if (token === comma) frame.isKey = !frame.isList;
    else if (token === colon) frame.isKey = false;
    else if (token === string) {
      closeGap(from);
      gap = from + scanner.getTokenLength();
      const value = scanner.getTokenValue();
      if (frame.isKey) setKey(frame, value);
      const now = change(value, frame);
      if (!frame.isKey) addValue(frame, value);
      if (now !== value)
        replace(
          from,
          gap,
          scanner.getTokenError() === END_OF_STRING ? JSON.stringify(now).slice(0, -1) : JSON.stringify(now),
        );
    }
  }
  closeGap(text.length);
  return done === 0 ? text : parts.join('') + text.slice(done);
}

// `SyntaxKind` is a const enum, which can't be imported with isolatedModules.
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon, string, endOfText] = [1, 2, 3, 4, 5, 6, 10, 17];
/** Of `ScanError`: an unterminated string, which stays unterminated. */
const END_OF_STRING = 2;

/** Nothing but punctuation, numbers and literals. */
function isPlain(text: string): boolean {
  const other = /[^\s{}[\],:\d.eE+-]/;
  return !other.test(text) || !other.test(text.replace(/\b(?:true|false|null)\b/g, ''));
}
