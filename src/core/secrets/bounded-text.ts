// Bounds the texts that are stored of an entry. Cut them before processing them in any other way, which takes time in proportion to their length.

import { formatInteger } from '../text/format-number.ts';
import { redactSecrets } from './redact-secrets.ts';

/** The maximum of a header value, a URL or a message. */
export const MAX_VALUE_CHARS = 16_384;
/** The maximum of a message. Beyond it, only known headers are stored, once each; the others are counted. */
export const MAX_HEADERS = 200;
/** The maximum of a body. */
const MAX_BODY_CHARS = 1_048_576;

/** Cuts a longer text, and appends its length. */
export function boundText(text: string, maxChars = MAX_VALUE_CHARS): string {
  if (text.length <= maxChars) return text;
  return `${copyStart(text, maxChars)}… ${formatInteger(text.length)} characters`;
}

/** Like `boundText`, but redacts secrets too. */
export function redactAndBound(text: string): string {
  const { redacted, readChars } = redactStart(text, MAX_VALUE_CHARS);
  return readChars === text.length ? redacted : `${redacted}… ${formatInteger(text.length)} characters`;
}

interface RedactedStart {
  readonly redacted: string;
  /** The number of characters of the text that `redacted` covers. */
  readonly readChars: number;
}

/** The part of a body that is stored, redacted. */
export function redactAndBoundBody(text: string): RedactedStart {
  return redactStart(text, MAX_BODY_CHARS);
}

/** Half a secret is not recognizable, so the text is redacted together with what follows the cut. */
function redactStart(text: string, maxChars: number): RedactedStart {
  if (text.length <= maxChars) return { redacted: redactSecrets(text), readChars: text.length };
  const start = text.slice(0, maxChars + LOOKAHEAD_CHARS);
  const redacted = redactSecrets(start);
  const cutChars = Math.min(commonSuffix(start, redacted), start.length - maxChars);
  return { redacted: copyStart(redacted, redacted.length - cutChars), readChars: start.length - cutChars };
}

/** More than any secret has, apart from those that are recognizable by their beginning. */
const LOOKAHEAD_CHARS = 4_096;

/** The length of the common suffix, at most `LOOKAHEAD_CHARS`. */
function commonSuffix(a: string, b: string): number {
  const max = Math.min(a.length, b.length, LOOKAHEAD_CHARS);
  let length = 0;
  while (length < max && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

/** The part of a base64 body that is decoded: as many bytes as characters are read of a text body. */
export function boundBase64(text: string): string {
  const maxChars = Math.ceil((MAX_BODY_CHARS + LOOKAHEAD_CHARS) / 3) * 4;
  if (text.length <= maxChars) return text;
  const start = text.slice(0, maxChars).replace(/\s/g, '');
  return start.slice(0, start.length - (start.length % 4));
}

/** Copies a part of a longer text, because a slice would keep the longer text in memory. */
export function copyText(text: string): string {
  return copyStart(text, text.length);
}

/** A copy, because a slice keeps the whole text in memory. Half a surrogate pair at the end becomes U+FFFD. */
function copyStart(text: string, maxChars: number): string {
  const bytes = new TextEncoder().encode(text.slice(0, maxChars));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
