// The name of a secret in a text, and what connects it to its value.

/** Where a name is written. */
export interface NameSpan {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** A marker in place of a number or a list in JSON needs these quotes. */
  readonly quote: string;
}

/** In whole JSON each string was examined by itself: what remains are numbers. */
export type TextKind = 'text' | 'json' | 'broken json';

export interface NamedSite extends NameSpan {
  readonly kind: TextKind;
  /** Which of `"` and `<` occur before the name: they may end what follows. */
  readonly quotesBefore: string;
  readonly separator: Separator | undefined;
}

/** What connects a name to its value: `"name": "` has a closing quote, a sign, and an opening quote. */
export interface Separator {
  readonly closing: string | undefined;
  readonly sign: string;
  readonly opening: string | undefined;
  /** Where the value starts. */
  readonly end: number;
}

/** A quote as it is, percent-encoded once or more, or as written by HTML, by scripts or in .NET's JSON. A regular expression's source. */
export const ANY_QUOTE = String.raw`\\*["']|(?:%(?:25){0,5}5c)*%(?:25){0,5}22|&(?:quot|apos|#0?3[49]|#x2[27]);|\\{1,8}(?:u00|x)2[27]`;
/** Space between a name and its sign. A regular expression's source. */
export const GAP = String.raw`(?:\s|%20|\+){0,20}`;
/** Ruby and PHP write an arrow between a name and its value. */
const ANY_SIGN = `=(?:>|&gt;)|[=:]|%(?:25){0,5}3[ad]`;

/** PHP and Python may write a type before the opening quote. */
const separator = new RegExp(
  String.raw`(${ANY_QUOTE})?\]?${GAP}(${ANY_SIGN})(?:${GAP}(?:string\(\d{1,9}\) |[bu])?(${ANY_QUOTE}))?`,
  'iy',
);

/** The separator after a name that ends at `end`. */
export function findSeparator(text: string, end: number): Separator | undefined {
  separator.lastIndex = end;
  const found = separator.exec(text);
  if (found === null) return undefined;
  const [all, closing, sign = '', opening] = found;
  return { closing, sign, opening, end: end + all.length };
}
