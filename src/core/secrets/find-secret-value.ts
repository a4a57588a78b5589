// Finds where the value of a secret stands that has its name in markup, at the start of a line, or before a list.

/** Where the name of a secret stands in a text. */
export interface NameSpan {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** What stands in place of a number or a list in JSON needs these quotes. */
  readonly quote: string;
}

/** Of an XML element, of a part of a multipart form, of a field of an HTML form, and of a cell beside it. */
export function findValueInMarkup(name: NameSpan): ValueSpan | undefined {
  const { text, from } = name;
  const before = text.slice(Math.max(0, from - 42), from);
  if (/<(?:[\w.-]{1,40}:)?$/.test(before)) return valueOfElement(name);
  if (before.endsWith('>')) return valueOfNextCell(name);
  if (!/\b(?:name|key|id)=["']?$/i.test(before)) return undefined;
  const part = after(name, /"?[^\r\n<>]{0,200}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\n/y);
  if (part !== undefined) return { start: part, end: endBeforeMatch(text, part, /\r?\n--/g), quote: '' };
  const field = after(name, /["'][^<>]{0,200}?\b(?:value|content)=["']/iy);
  if (field === undefined) return valueBefore(name);
  return { start: field, end: endBeforeMatch(text, field, text[field - 1] === '"' ? /"/g : /'/g), quote: '' };
}

/** `<input value="abc" name="token">` */
function valueBefore({ text, from }: NameSpan): ValueSpan | undefined {
  const near = text.slice(Math.max(0, from - MAX_TAG_CHARS), from);
  const tag = near.slice(near.lastIndexOf('<') + 1);
  const [, before = '', , value = ''] = /^([^<>]{1,200}?\b(?:value|content)=(["']))([^"'<>]+)\2/i.exec(tag) ?? [];
  const start = from - tag.length + before.length;
  return value === '' || tag.length === near.length ? undefined : { start, end: start + value.length, quote: '' };
}

/** Characters. */
const MAX_TAG_CHARS = 600;

/** As pages that frameworks show of an error list headers: a heading or a word beside a word stays. */
function valueOfNextCell(name: NameSpan): ValueSpan | undefined {
  const { text, from, end } = name;
  const start = after(name, /<\/\w{1,10}>\s{0,40}(?:<[a-z][^<>]{0,200}>\s{0,20}){1,3}/iy);
  if (start === undefined) return undefined;
  const next = endBeforeMatch(text, start, /</g);
  const value = text.slice(start, next).trimEnd();
  const isCookie = /cookie/i.test(text.slice(from, end)) && value.includes('=');
  const isNoise = /^\S{8,}$/.test(value) && /\d/.test(value) && value.replace(/[^a-z]/gi, '').length > 2;
  return isCookie || isNoise ? { start, end: start + value.length, quote: '' } : undefined;
}

function valueOfElement(name: NameSpan): ValueSpan | undefined {
  const { text, from, end } = name;
  const start = after(name, /(?:\s[^<>]{0,300})?>/y);
  if (start === undefined || text[start - 2] === '/') return undefined;
  const next = endBeforeMatch(text, start, /</g);
  if (text.slice(start, next).trim() !== '') return { start, end: next, quote: '' };
  // Elements in it, or CDATA: nearly always few.
  const inside = text.slice(start, start + 2_000);
  const closing = inside.indexOf(`${text.slice(from, end)}>`);
  const close = closing === -1 ? -1 : inside.lastIndexOf('</', closing);
  return close <= 0 ? undefined : { start, end: start + close, quote: '' };
}

/** `Cookie: a=1; b=2`, as a header is written, or YAML's `refresh_token: abc`. "Session: kitchen" may be the name of a task. */
export function findValueInLine(name: NameSpan): ValueSpan | undefined {
  const { text, from, end } = name;
  if (!/(?:^|[\r\n])[ \t<>*-]{0,20}$/.test(text.slice(Math.max(0, from - 21), from))) return undefined;
  const start = after(name, /[ \t]{0,20}:[ \t]{0,20}/y);
  if (start === undefined) return undefined;
  const value = text.slice(start, endBeforeMatch(text, start, /[\r\n]/g)).trimEnd();
  const known = text.slice(from, end);
  const isHeader = /authorization/i.test(known) || (/cookie/i.test(known) && value.includes('='));
  const isField = !/\s/.test(value) && (/[_-]/.test(known) || /[\r\n]/.test(text));
  return isHeader || isField ? { start, end: start + value.length, quote: '' } : undefined;
}

/** All of a list or an object. `quote` is put around what is left. */
export function findListValue(text: string, from: number, quote: string): ValueSpan | undefined {
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

/** Where `pattern`, which is sticky, ends if it comes right after the name. */
function after({ text, end }: NameSpan, pattern: RegExp): number | undefined {
  pattern.lastIndex = end;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** `pattern` is global. */
function endBeforeMatch(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
