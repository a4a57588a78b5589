// Bounds the texts that are stored of an entry. Cut them before anything else looks at them: work on a text takes as long as it is long.

import { formatInteger } from '../core/text/format-number.ts';

/** Of a header value, an address or a message. */
export const MAX_VALUE_CHARS = 16_384;
/** Of a message. Of more headers, only the known ones are stored, once each; the others are counted. */
export const MAX_HEADERS = 200;
/** Of a body. */
const MAX_BODY_CHARS = 1_048_576;

/** A longer text is cut, and its length written behind it. */
export function boundText(text: string, maxChars = MAX_VALUE_CHARS): string {
  if (text.length <= maxChars) return text;
  return `${copyStart(text, maxChars)}… ${formatInteger(text.length)} characters`;
}

/** The part of a body that is stored. */
export function boundBody(text: string): string {
  return text.length <= MAX_BODY_CHARS ? text : copyStart(text, MAX_BODY_CHARS);
}

/** The part of a body in base64 that is decoded: at most as many bytes as a body may have characters. */
export function boundBase64(text: string): string {
  const maxChars = Math.ceil(MAX_BODY_CHARS / 3) * 4;
  if (text.length <= maxChars) return text;
  const start = text.slice(0, maxChars).replace(/\s/g, '');
  return start.slice(0, start.length - (start.length % 4));
}

/** For a part of a text that is not stored as a whole: a slice keeps all of it in memory. */
export function copyText(text: string): string {
  return copyStart(text, text.length);
}

/** A copy, because a slice keeps the whole text in memory. Half a surrogate pair at the end becomes U+FFFD. */
function copyStart(text: string, maxChars: number): string {
  const bytes = new TextEncoder().encode(text.slice(0, maxChars));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
