// Redacts credentials by what precedes them: `Bearer`, `Basic` and other schemes, and the user info of a URL.

import { endOfRun } from './end-of-run.ts';
import { REDACTED } from './redaction-marker.ts';
import { createScanBudget } from './scan-budget.ts';

/** A regular expression's source. */
export const schemeNames = 'bearer|basic|negotiate|ntlm|dpop|apikey';

const schemes = new RegExp(
  String.raw`(authorization(?:\\{0,8}["'])?\s{0,5}[:=,]\s{0,5}(?:\\{0,8}["'])?)?\b(${schemeNames})(\s{1,5}|,\s{0,3}|(?:%20|\+){1,5})(?=[\w.~+/-])`,
  'gi',
);
const anyScheme = new RegExp(schemeNames, 'i');
const letters = /[\w.~+/-]{1,500}/y;
const padding = /={1,2}/y;
/** Excludes the parameters of a challenge, such as `Bearer error="invalid_token"`. */
const afterToken = /(?![=]|["']\w)/y;

/** A JWT stays for `redactJwts`, which leaves its fingerprint. */
export function redactBearer(text: string): string {
  if (!anyScheme.test(text)) return text;
  let redacted = '';
  let done = 0;
  const mayReject = createScanBudget(text.length);
  for (const { 0: all, 1: before, 2: scheme = '', index } of text.matchAll(schemes)) {
    const start = index + all.length;
    if (index < done) continue;
    const end = endOfRun(text, endOfRun(text, start, letters), padding);
    afterToken.lastIndex = end;
    if (!afterToken.test(text)) continue;
    const token = text.slice(start, end);
    const isSecret = before !== undefined || (/^basic$/i.test(scheme) ? isUserAndPassword(token) : looksRandom(token));
    if ((!isSecret || token.includes('eyJ')) && mayReject(token.length)) continue;
    redacted += text.slice(done, start) + REDACTED;
    done = end;
  }
  return done === 0 ? text : redacted + text.slice(done);
}

/** "Bearer authentication failed" is a sentence. */
function looksRandom(token: string): boolean {
  return token.length >= 8 && !token.split(/[^a-z0-9]/i).every((part) => /^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(part));
}

/** "Basic landscaping" may be a project. */
function isUserAndPassword(token: string): boolean {
  const letters = token
    .slice(0, 2_000)
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // Tests before decoding: an error would take a hundred times as long.
  const isBase64 = /^[A-Za-z\d+/]{4,2000}$/.test(letters) && letters.length % 4 !== 1;
  return isBase64 && /^[\x20-\x7e]{1,500}:/.test(atob(letters));
}

/** Redacts what is between `://` and `@`. In a text that is one URL, also a user name alone: some services expect a token in its place. */
export function redactUserinfo(text: string): string {
  if (!/@|%40|%2540/.test(text)) return text;
  let redacted = '';
  let done = 0;
  for (const { 0: slashes, index } of text.matchAll(schemeEnd)) {
    const start = index + slashes.length;
    const isPlain = slashes === '://';
    const end = endOfRun(text, start, isPlain ? authority : encodedAuthority);
    const length = lastAt(text.slice(start, end), isPlain);
    if (length < 1 || start < done) continue;
    if (!isCredentials(text.slice(start, start + length)) && !isWholeUrl(text, index)) continue;
    redacted += text.slice(done, start) + REDACTED;
    done = start + length;
  }
  return done === 0 ? text : redacted + text.slice(done);
}

/** Matches in a URL within a URL, too. */
const schemeEnd = /:\/\/|%(?:25){0,5}3a(?:%(?:25){0,5}2f){2}/gi;
/** Ends before the next slash, so that the authorities of a text don't overlap. */
const authority = /[^\s/?#"'<>]{1,500}/y;
const encodedAuthority = /(?:(?!%(?:25){0,5}2f)[^\s/?#"'<>]){1,500}/iy;

function lastAt(text: string, isPlain: boolean): number {
  if (isPlain) return text.lastIndexOf('@');
  let last = -1;
  for (const { index } of text.matchAll(/@|%(?:25){0,5}40/g)) last = index;
  return last;
}

/** "see https://app.example,jo@acme.example" has no credentials. */
function isCredentials(userinfo: string): boolean {
  return /:|%(?:25){0,5}3a/i.test(userinfo) || !/[^\w~%+-]/.test(userinfo);
}

/** Whether the text is nothing but the URL whose `://` is at `at`. */
function isWholeUrl(text: string, at: number): boolean {
  return at < 40 && /^\s{0,10}[a-z][\w+.-]{0,30}$/i.test(text.slice(0, at));
}
