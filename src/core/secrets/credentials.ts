// Takes out credentials that are known by what stands before them: `Bearer`, `Basic`, and those of who signs in by an address.

import { REDACTED } from './named-secrets.ts';

/** Of a token that is no JWT only what stands before it tells. In linear time. */
export function redactCredentials(text: string): string {
  return redactUserinfo(redactBearer(text));
}

/** Not the parameters of a challenge, such as `Bearer error="invalid_token"`. */
const schemes =
  /(authorization(?:\\{0,8}["'])?\s{0,5}[:=,]\s{0,5}(?:\\{0,8}["'])?)?\b(bearer|basic)(\s{1,5}|,\s{0,3}|(?:%20|\+){1,5})([\w.~+/-]+={0,2})(?![\w.~+/=-]|["']\w)/gi;

function redactBearer(text: string): string {
  if (!/b(?:earer|asic)/i.test(text)) return text;
  return text.replace(schemes, (all, before = '', scheme: string, gap: string, token: string) => {
    const isSecret = before !== '' || (/^bearer$/i.test(scheme) ? looksRandom(token) : isUserAndPassword(token));
    // Of a JWT a fingerprint is to be left.
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
    // Not base64: then nobody signs in by it.
    return false;
  }
}

/** In an address by itself also a name alone: some services take a token for one. */
function redactUserinfo(text: string): string {
  if (!text.includes('@') || !text.includes('//')) return text;
  return text
    .replace(/^(\s{0,10}[a-z][\w+.-]{0,30}:\/\/)[^\s/?#"<>\\]*@/i, `$1${REDACTED}@`)
    .replace(/:\/\/(?!\[not kept\])(?:[^\s/?#"'<>@:]{0,200}:[^\s/?#"'<>]{1,400}|[\w~%+-]{1,400})@/g, `://${REDACTED}@`);
}
