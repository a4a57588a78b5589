// Reads the headers of a HAR entry and redacts their secrets.

import type { Header } from 'har-format';
import { type Headers, hasHeader, type Token } from '../core/model/exchange.ts';
import { MAX_HEADERS, redactAndBound } from '../core/secrets/bounded-text.ts';
import { redactHeaderValue } from '../core/secrets/redact-header.ts';
import { isShownHeader } from '../core/secrets/shown-headers.ts';
import { parseToken } from './parse-token.ts';

/** Lower-cases the names, and parses and removes the token. Only the lengths of cookies and of unknown headers remain. */
export type HeaderReader = (headers: readonly Header[] | undefined) => {
  readonly headers: Headers;
  readonly token: Token | undefined;
  /** The number of headers that were not stored. */
  readonly omittedHeaders?: number;
};

/** One reader for many entries: headers repeat from request to request, and it stores one copy of each string. */
export function createHeaderReader(): HeaderReader {
  const { intern, find } = createStringPool();
  const findName = (name: string) => (name.length > MAX_POOLED_CHARS ? undefined : find(name.toLowerCase()));
  return (headers) => {
    let token: Token | undefined;
    let omitted = 0;
    const redacted: [string, string][] = [];
    for (const { name, value } of headers ?? []) {
      // HTTP/2 pseudo-headers repeat method and URL.
      if (name.startsWith(':')) continue;
      // Strings in the pool are redacted already. A name may itself be a secret, which in lower case has no shape.
      const key = findName(name) ?? intern(redactAndBound(name).toLowerCase());
      if (key === 'authorization') token = parseToken(value);
      else if (redacted.length >= MAX_HEADERS && !isFirstOfKnown(key, redacted)) omitted++;
      else if (isShownHeader(key)) redacted.push([key, find(value) ?? intern(redactAndBound(value))]);
      else redacted.push([key, intern(redactHeaderValue(key, value))]);
    }
    return { headers: redacted, token, ...(omitted > 0 && { omittedHeaders: omitted }) };
  };
}

/** Diagnoses and checks need to know that it is present. */
function isFirstOfKnown(key: string, earlier: Headers): boolean {
  return isShownHeader(key) && !hasHeader(earlier, key);
}

const MAX_POOLED_CHARS = 120;
const MAX_POOLED_STRINGS = 5_000;

function createStringPool() {
  const pool = new Map<string, string>();
  return {
    find: (text: string) => (text.length > MAX_POOLED_CHARS ? undefined : pool.get(text)),
    intern(text: string): string {
      if (text.length > MAX_POOLED_CHARS) return text;
      const pooled = pool.get(text);
      if (pooled !== undefined) return pooled;
      if (pool.size > MAX_POOLED_STRINGS) pool.clear();
      pool.set(text, text);
      return text;
    },
  };
}
