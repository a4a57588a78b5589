// Finds the values of fields and parameters that hold secrets by their name, in whatever notation: query, form, JSON, JSON in a text.

/** What is left in place of a secret. Of a password not even a fingerprint: it could be guessed by that. */
export const notKept = '[not kept]';

/** Names that end so. `type` and `hint` fields, such as `client_assertion_type`, do not. */
const names = /(?:access|refresh|id)[_-]?token|client[_-]?(?:secret|assertion)|password|code[_-]?verifier/gi;

/** Whether a field or parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return wholeName.test(name.slice(-100));
}

const wholeName = new RegExp(`(?:${names.source})$`, 'i');

/** The end of a quoted name, what joins it to its value, and the quote that opens the value; also percent-encoded, once or more. */
const joint =
  /(\\*["']|(?:%(?:25){0,5}5c)*%(?:25){0,5}22|&quot;)?(?:\s|%20|\+){0,20}([=:]|%(?:25){0,5}3[ad])(?:(?:\s|%20|\+){0,20}(\\*["']|(?:%(?:25){0,5}5c)*%(?:25){0,5}22|&quot;))?/iy;

const mark = /\[(?:not kept|token [0-9a-f]{8})\]/y;

/** `known` may leave something in place of a whole value, as a token's fingerprint. Linear: no character is looked at often. */
export function withoutNamedSecrets(text: string, known: (value: string) => string = () => notKept): string {
  if (text.search(names) === -1) return text;
  let kept = '';
  let done = 0;
  const quotesBefore = quotesIn(text);
  for (const { 0: name, index } of text.matchAll(names)) {
    if (index < done) continue;
    const value = valueAfter(text, index + name.length, quotesBefore(index));
    if (value === undefined) continue;
    const left = inPlaceOf(text.slice(value.start, value.end), known);
    kept += text.slice(done, value.start) + value.quote + left + value.quote;
    done = value.end;
  }
  return done === 0 ? text : kept + text.slice(done);
}

interface Value {
  readonly start: number;
  readonly end: number;
  /** What stands in place of a number in JSON needs these quotes. */
  readonly quote: string;
}

function inPlaceOf(value: string, known: (value: string) => string): string {
  const left = known(value);
  return isMark(left) ? left : notKept;
}

/** Whether a text is what is left of a secret. */
export function isMark(text: string): boolean {
  mark.lastIndex = 0;
  return mark.test(text) && mark.lastIndex === text.length;
}

function valueAfter(text: string, at: number, quotes: string): Value | undefined {
  joint.lastIndex = at;
  const found = joint.exec(text);
  if (found === null) return undefined;
  const [all, closing, sign = '', opening] = found;
  const start = at + all.length;
  if (opening !== undefined) return filled({ start, end: endOfQuoted(text, start, opening), quote: '' });
  if (sign === '=' || /d$/i.test(sign)) {
    return filled({ start, end: endOfParameter(text, start, quotes, sign), quote: '' });
  }
  if (closing === undefined || sign !== ':') return undefined;
  return filled(bareValue(text, start, closing));
}

function filled(value: Value | undefined): Value | undefined {
  return value && value.end > value.start ? value : undefined;
}

function endOfQuoted(text: string, start: number, opening: string): number {
  const quote = /%(?:25){0,5}22$|&quot;$|.$/i.exec(opening)?.[0] ?? '"';
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

function bareValue(text: string, from: number, quote: string): Value | undefined {
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
