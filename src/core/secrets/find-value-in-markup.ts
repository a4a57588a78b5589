// Finds values by their name in XML, HTML or a multipart form.

import type { NamedSite, NameSpan, ValueSpan } from './named-site.ts';

const MAX_TAG_CHARS = 600;

/** `<access_token>abc</access_token>` */
export function findInElement(site: NamedSite): ValueSpan | undefined {
  if (!isMarkup(site) || !/<(?:[\w.-]{1,40}:)?$/.test(textBefore(site))) return undefined;
  const { text, from, end } = site;
  const start = endAfterName(site, /(?:\s[^<>]{0,300})?>/y);
  if (start === undefined || text[start - 2] === '/') return undefined;
  const next = endBeforeMatch(text, start, /</g);
  if (text.slice(start, next).trim() !== '') return { start, end: next, quote: '' };
  // Nested elements or CDATA.
  const inside = text.slice(start, start + 2_000);
  const closing = inside.indexOf(`${text.slice(from, end)}>`);
  const close = closing === -1 ? -1 : inside.lastIndexOf('</', closing);
  return close <= 0 ? undefined : { start, end: start + close, quote: '' };
}

/** `<td>Cookie</td><td>a=1</td>`, as error pages of frameworks list headers. A heading or a word beside a word isn't a secret. */
export function findInNextCell(site: NamedSite): ValueSpan | undefined {
  if (!isMarkup(site) || !textBefore(site).endsWith('>')) return undefined;
  const { text, from, end } = site;
  const start = endAfterName(site, /<\/\w{1,10}>\s{0,40}(?:<[a-z][^<>]{0,200}>\s{0,20}){1,3}/iy);
  if (start === undefined) return undefined;
  const next = endBeforeMatch(text, start, /</g);
  const value = text.slice(start, next).trimEnd();
  const isCookie = /cookie/i.test(text.slice(from, end)) && value.includes('=');
  const isRandom = /^\S{8,}$/.test(value) && /\d/.test(value) && value.replace(/[^a-z]/gi, '').length > 2;
  return isCookie || isRandom ? { start, end: start + value.length, quote: '' } : undefined;
}

/** `name="token"`, an empty line, and the value up to the next boundary. */
export function findInFormPart(site: NamedSite): ValueSpan | undefined {
  const start = isNameAttribute(site) ? endOfPartHeader(site) : undefined;
  return start === undefined ? undefined : { start, end: endBeforeMatch(site.text, start, /\r?\n--/g), quote: '' };
}

/** `<input name="token" value="abc">` in either order, `<meta name content>`, `<add key value>`. */
export function findInField(site: NamedSite): ValueSpan | undefined {
  if (!isNameAttribute(site) || endOfPartHeader(site) !== undefined) return undefined;
  const { text } = site;
  const start = endAfterName(site, /["']?[^<>]{0,200}?[\s"'](?:value|content)=["']?/iy);
  if (start === undefined) return findValueBefore(site);
  return { start, end: endBeforeMatch(text, start, attributeEnds.get(text[start - 1]) ?? /[\s>]/g), quote: '' };
}

const attributeEnds = new Map<string | undefined, RegExp>([
  ['"', /"/g],
  ["'", /'/g],
]);

function findValueBefore({ text, from }: NameSpan): ValueSpan | undefined {
  const near = text.slice(Math.max(0, from - MAX_TAG_CHARS), from);
  const tag = near.slice(near.lastIndexOf('<') + 1);
  const [, before = '', , value = ''] = /^([^<>]{1,200}?\b(?:value|content)=(["']))([^"'<>]+)\2/i.exec(tag) ?? [];
  const start = from - tag.length + before.length;
  return value === '' || tag.length === near.length ? undefined : { start, end: start + value.length, quote: '' };
}

/** Markup has no sign after a name; whole JSON has no markup outside its strings. */
function isMarkup({ kind, separator }: NamedSite): boolean {
  return kind !== 'json' && separator === undefined;
}

function isNameAttribute(site: NamedSite): boolean {
  return isMarkup(site) && /\b(?:name|key|id)(?:\*?\s{0,4}=\s{0,4}["']?|\*=utf-8'[\w-]{0,8}')$/i.test(textBefore(site));
}

function endOfPartHeader(name: NameSpan): number | undefined {
  return endAfterName(name, /"?[^\r\n<>]{0,200}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\n/y);
}

function textBefore({ text, from }: NameSpan): string {
  return text.slice(Math.max(0, from - 42), from);
}

/** Where `pattern`, which is sticky, ends if it matches right after the name. */
function endAfterName({ text, end }: NameSpan, pattern: RegExp): number | undefined {
  pattern.lastIndex = end;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** `pattern` is global. */
function endBeforeMatch(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
