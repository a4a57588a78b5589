// Reads the headers of a HAR entry and redacts their secrets.

import type { Header } from 'har-format';
import type { Headers, Token } from '../core/model/exchange.ts';
import { redactHeaderValue } from '../core/secrets/redact-header.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { isSecretName } from '../core/secrets/secret-names.ts';
import { pluralWord } from '../core/text/plural.ts';
import { parseToken } from './parse-token.ts';

/** Names become lower case; the token is parsed and removed. Of cookies, which are secrets of the page, only the number and length remain. */
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
      const key = intern(name.toLowerCase());
      // HTTP/2 pseudo-headers repeat method and URL.
      if (key.startsWith(':')) continue;
      if (key === 'authorization') token = parseToken(value);
      else if (key === 'cookie' || key === 'set-cookie') redacted.push([key, describeCookies(key, value)]);
      else if (isSecretName(key)) redacted.push([key, redactHeaderValue(value)]);
      // Strings in the pool are redacted already.
      else redacted.push([key, find(value) ?? intern(redactSecrets(value))]);
    }
    return { headers: redacted, token };
  };
}

/** A file that this extension exported contains the description already. */
function describeCookies(name: string, value: string): string {
  if (/^\[\d{1,9} cookies?, \d{1,9} characters, not kept\]$/.test(value)) return value;
  if (name === 'set-cookie') return `[1 cookie, ${value.length} characters, not kept]`;
  const count = value.split(';').length;
  return `[${count} ${pluralWord(count, 'cookie')}, ${value.length} characters, not kept]`;
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
