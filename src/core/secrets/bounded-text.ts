// Bounds the texts that are stored of an entry. Cut them before anything else looks at them: work on a text takes as long as it is long.

import { formatInteger } from '../text/format-number.ts';
import { redactSecrets } from './redact-secrets.ts';

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

/** As `boundText`, without secrets. */
export function redactAndBound(text: string): string {
  const { redacted, readChars } = redactStart(text, MAX_VALUE_CHARS);
  return readChars === text.length ? redacted : `${redacted}… ${formatInteger(text.length)} characters`;
}

interface RedactedStart {
  readonly redacted: string;
  /** How many characters of the text became `redacted`. */
  readonly readChars: number;
}

/** The part of a body that is stored, without secrets. */
export function redactAndBoundBody(text: string): RedactedStart {
  return redactStart(text, MAX_BODY_CHARS);
}

/** Half a secret is not recognizable, so it is redacted together with what follows the cut. */
function redactStart(text: string, maxChars: number): RedactedStart {
  if (text.length <= maxChars) return { redacted: redactSecrets(text), readChars: text.length };
  const start = text.slice(0, maxChars + LOOKAHEAD_CHARS);
  const redacted = redactSecrets(start);
  const cutChars = Math.min(commonSuffix(start, redacted), start.length - maxChars);
  return { redacted: copyStart(redacted, redacted.length - cutChars), readChars: start.length - cutChars };
}

/** Longer than secrets are, apart from those that their beginning gives away. */
const LOOKAHEAD_CHARS = 4_096;

/** The length of the end that both have in common, counted up to `LOOKAHEAD_CHARS`. */
function commonSuffix(a: string, b: string): number {
  const max = Math.min(a.length, b.length, LOOKAHEAD_CHARS);
  let length = 0;
  while (length < max && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

/** The part of a body in base64 that is decoded: as many bytes as are read of a body in characters. */
export function boundBase64(text: string): string {
  const maxChars = Math.ceil((MAX_BODY_CHARS + LOOKAHEAD_CHARS) / 3) * 4;
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
