// Parses JSON inside a string: alone, after words, or encoded more than once.

import { parseJsonLenient } from '../../text/parse-json.ts';
import { tryParseJson } from '../../text/try-parse-json.ts';

const MAX_CHARS = 65_536;
/** A dump of headers may come before the body. */
const MAX_STARTS = 4;

/** The first complete object, or else what can be read of the first one. `undefined` if the text has none. */
export function parseEmbeddedJson(text: string): unknown {
  if (text.length > MAX_CHARS) return undefined;
  const parts = [...text.matchAll(/\{\s{0,20}(?:\\{0,8}"|\})/g)]
    .slice(0, MAX_STARTS)
    .map(({ index }) => plainQuotes(text.slice(index)));
  for (const part of parts) {
    const value = tryParseJson(part.slice(0, part.lastIndexOf('}') + 1));
    if (value !== undefined) return value;
  }
  const json = parts[0] === undefined ? undefined : parseJsonLenient(parts[0]);
  return json === undefined || json.kind === 'not-json' ? undefined : json.value;
}

/** In a string within a string, each quote is escaped separately. */
function plainQuotes(text: string): string {
  let plain = text;
  let slashes = /^\{\s{0,20}(\\{1,8})"/.exec(text)?.[1]?.length ?? 0;
  for (; slashes > 0; slashes = Math.floor(slashes / 2)) plain = plain.replace(/\\(["\\/])/g, '$1');
  return plain;
}
