// The value of a parameter in a query or a form, percent-encoded or not, or of a line of INI, TOML or properties.

import { endOfRun } from './end-of-run.ts';
import { hasArrow } from './find-value.ts';
import type { NamedSite, ValueSpan } from './named-site.ts';
import { endOfMarker } from './redaction-marker.ts';

/** `name=value`, `name = value`, or `name%3Dvalue` in a URL within a URL. */
export function findParameterValue({ text, kind, quotesBefore, separator }: NamedSite): ValueSpan | undefined {
  if (separator === undefined || separator.opening !== undefined || kind === 'json') return undefined;
  const { sign, end } = separator;
  if (hasArrow(separator) || !(sign === '=' || /d$/i.test(sign))) return undefined;
  const start = sign === '=' ? endOfRun(text, end, gap) : end;
  return { start, end: endOfParameter(text, start, quotesBefore, sign), quote: '' };
}

const gap = /[ \t]{1,20}/y;

/** A parameter with quotes before it is part of a longer text, and ends where they close. */
function endOfParameter(text: string, start: number, quotes: string, sign: string): number {
  // Encoded as often as its sign, or less.
  const ends = sign === '=' ? undefined : new RegExp(`^%(?:25){0,${(sign.length - 3) / 2}}2[236]`);
  for (let at = endOfMarker(text, start); at < text.length; at++) {
    const each = text[at] as string;
    if (each === '&' && startsWithDot(text, at)) at++;
    else if (/[&#\s]/.test(each) || quotes.includes(each)) return at;
    if (each === '%' && ends?.test(text.slice(at, at + sign.length))) return at;
    if (each !== '\\' || quotes === '') continue;
    if (/["'nrt]/.test(text[at + 1] ?? '')) return at;
    at++;
  }
  return text.length;
}

/** HTML's spelling of a dot doesn't separate parameters. In base64 a secret word may happen to precede `=`, and the signature follows the dot. */
function startsWithDot(text: string, at: number): boolean {
  return /^&(?:#46|#x2e|period);/i.test(text.slice(at, at + 8));
}
