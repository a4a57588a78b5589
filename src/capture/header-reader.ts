// Reads the headers of a HAR entry and redacts their secrets.

import type { Header } from 'har-format';
import type { Headers, Token } from '../core/model/exchange.ts';
import { redactHeaderName, redactHeaderValue } from '../core/secrets/redact-header.ts';
import { isShownHeader } from '../core/secrets/shown-headers.ts';
import { parseToken } from './parse-token.ts';

/** Names become lower case; the token is parsed and removed. Of cookies, and of headers that aren't known, only the length remains. */
export type HeaderReader = (headers: readonly Header[] | undefined) => {
  readonly headers: Headers;
  readonly token: Token | undefined;
};

/** One reader for many entries: headers repeat from request to request, and it stores one copy of each string. */
export function createHeaderReader(): HeaderReader {
  const { intern, find } = createStringPool();
  return (headers) => {
    let token: Token | undefined;
    const redacted: [string, string][] = [];
    for (const { name, value } of headers ?? []) {
      // HTTP/2 pseudo-headers repeat method and URL.
      if (name.startsWith(':')) continue;
      // Strings in the pool are redacted already.
      const key = find(name.toLowerCase()) ?? intern(redactHeaderName(name));
      if (key === 'authorization') token = parseToken(value);
      else redacted.push([key, (isShownHeader(key) && find(value)) || intern(redactHeaderValue(key, value))]);
    }
    return { headers: redacted, token };
  };
}

const MAX_POOLED_CHARS = 120;
const MAX_POOLED_STRINGS = 5_000;

function createStringPool() {
  const pool = new Map<string, string>();
  return {
    find: (text: string) => pool.get(text),
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
