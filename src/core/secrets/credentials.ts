// Redacts credentials by what precedes them: `Bearer`, `Basic`, and the user info of a URL.

import { REDACTED } from './redaction-marker.ts';

/** Excludes the parameters of a challenge, such as `Bearer error="invalid_token"`. */
const schemes =
  /(authorization(?:\\{0,8}["'])?\s{0,5}[:=,]\s{0,5}(?:\\{0,8}["'])?)?\b(bearer|basic)(\s{1,5}|,\s{0,3}|(?:%20|\+){1,5})([\w.~+/-]+={0,2})(?![\w.~+/=-]|["']\w)/gi;

/** A JWT stays for `redactJwts`, which leaves its fingerprint. */
export function redactBearer(text: string): string {
  if (!/b(?:earer|asic)/i.test(text)) return text;
  return text.replace(schemes, (all, before = '', scheme: string, gap: string, token: string) => {
    const isSecret = before !== '' || (/^bearer$/i.test(scheme) ? looksRandom(token) : isUserAndPassword(token));
    return isSecret && !token.includes('eyJ') ? `${before}${scheme}${gap}${REDACTED}` : all;
  });
}

/** "Bearer authentication failed" is a sentence. */
function looksRandom(token: string): boolean {
  return token.length >= 8 && !token.split(/[^a-z0-9]+/i).every((part) => /^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(part));
}

/** "Basic landscaping" may be a project. */
function isUserAndPassword(token: string): boolean {
  try {
    return /^[\x20-\x7e]+:/.test(atob(token));
  } catch {
    // Not base64, so not credentials.
    return false;
  }
}

/** In a text that is one URL, also a user name alone: some services take a token for it. */
export function redactUserinfo(text: string): string {
  if (!text.includes('@') || !text.includes('//')) return text;
  return text
    .replace(/^(\s{0,10}[a-z][\w+.-]{0,30}:\/\/)[^\s/?#"<>\\]*@/i, `$1${REDACTED}@`)
    .replace(/:\/\/(?:[^\s/?#"'<>@:]{0,200}:[^\s/?#"'<>]{1,400}|[\w~%+-]{1,400})@/g, `://${REDACTED}@`);
}
