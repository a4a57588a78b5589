// Rewrites the strings in a JSON text and leaves everything else as it stands: formatting, numbers, and what is broken.

import { createScanner } from 'jsonc-parser';
import { isSecretName } from './secret-names.ts';

/** Where a string stands. */
export interface JsonStringContext {
  /** The property that holds it, directly or in a list; `undefined` at the top. */
  readonly key: string | undefined;
  /** It is itself the name of a property. */
  readonly isKey: boolean;
  /** Directly, not in a list. */
  readonly isDirect: boolean;
  /** The object that it stands in; the same object for all that stands there. */
  readonly container: object;
  /** The property that holds the object or list that it stands in. */
  readonly parent: string | undefined;
  /** Under a name that tells that it is a secret, at whatever depth. */
  readonly isSecret: boolean;
  /** In a list, the text before; of what is called `value`, the `name` or `key` that it has. */
  readonly previousString: string | undefined;
  /** In Xero's `modelState`, where the names of fields have messages, not values. */
  readonly inModelState: boolean;
}

/** An object or a list that is being read. It is its own description, for there are many strings. */
class Frame implements JsonStringContext {
  expectsKey: boolean;
  readonly inModelState: boolean;
  readonly parent: string | undefined;
  private readonly isBelowSecret: boolean;
  private last: string | undefined;

  /** `key`: of an object, its property that is being read; of a list, the property that holds it. */
  constructor(
    readonly isList: boolean,
    public key: string | undefined,
    readonly above: Frame | undefined,
  ) {
    this.expectsKey = !isList;
    this.inModelState = above !== undefined && (above.inModelState || above.key?.toLowerCase() === 'modelstate');
    this.parent = isList ? above?.parent : above?.key;
    this.isBelowSecret = above?.isSecret === true;
  }

  get isKey(): boolean {
    return this.expectsKey;
  }

  get isDirect(): boolean {
    return !this.isList;
  }

  get container(): object {
    return this;
  }

  get isSecret(): boolean {
    if (this.inModelState) return false;
    return this.isBelowSecret || (this.key !== undefined && isSecretName(this.key));
  }

  get previousString(): string | undefined {
    return this.isList || this.key?.toLowerCase() === 'value' ? this.last : undefined;
  }

  /** `value` was read. */
  push(value: string): void {
    if (this.expectsKey) return;
    if (this.isList || /^(?:name|key|header)$/i.test(this.key ?? '')) this.last = value;
  }
}

/** `change` gets each string without its escapes. `between` gets what is neither string nor punctuation nor number: broken JSON. */
export function rewriteJsonStrings(
  text: string,
  change: (value: string, place: JsonStringContext) => string,
  between: (text: string) => string,
): string {
  const scanner = createScanner(text, true);
  const kept: string[] = [];
  let done = 0;
  let gap = 0;
  let frame = new Frame(true, undefined, undefined);

  const keep = (from: number, to: number, now: string) => {
    kept.push(text.slice(done, from), now);
    done = to;
  };
  const closeGap = (to: number) => {
    const raw = text.slice(gap, to);
    if (isPlain(raw)) return;
    const now = between(raw);
    if (now !== raw) keep(gap, to, now);
  };

  for (let token = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    const from = scanner.getTokenOffset();
    if (token === openBrace) frame = new Frame(false, undefined, frame);
    else if (token === openBracket) frame = new Frame(true, frame.key, frame);
    else if (token === closeBrace || token === closeBracket) frame = frame.above ?? frame;
    else if (token === comma) frame.expectsKey = !frame.isList;
    else if (token === colon) frame.expectsKey = false;
    else if (token === string) {
      closeGap(from);
      gap = from + scanner.getTokenLength();
      const value = scanner.getTokenValue();
      if (frame.expectsKey) frame.key = value;
      const now = change(value, frame);
      frame.push(value);
      if (now !== value)
        keep(
          from,
          gap,
          scanner.getTokenError() === END_OF_STRING ? JSON.stringify(now).slice(0, -1) : JSON.stringify(now),
        );
    }
  }
  closeGap(text.length);
  return done === 0 ? text : kept.join('') + text.slice(done);
}

// `SyntaxKind` is a const enum, which cannot be imported where files are compiled one by one.
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon, string, endOfText] = [1, 2, 3, 4, 5, 6, 10, 17];
/** Of `ScanError`: a string that breaks off, which stays so. */
const END_OF_STRING = 2;

/** Only what stands between the strings of whole JSON. */
function isPlain(text: string): boolean {
  const other = /[^\s{}[\],:\d.eE+-]/;
  return !other.test(text) || !other.test(text.replace(/\b(?:true|false|null)\b/g, ''));
}
