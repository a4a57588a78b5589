// Quotes values from the wire in sentences: shortened, escaped, and unable to break out of backticks.

import { escapeCharacter, escapeInvisible } from './escape-invisible.ts';

/** Text in backticks, truncated to `maxChars` characters. */
export function quote(text: string, maxChars = 80): string {
  // Does not split a surrogate pair.
  const shown = text.length > maxChars ? `${text.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `\`${shown === '' ? '""' : escapeText(shown)}\``;
}

/** A JSON value in backticks. Arrays and objects are abbreviated, because they may be too deep to serialize. */
export function quoteJson(value: unknown, maxChars = 80): string {
  if (Array.isArray(value)) return value.length === 0 ? '`[]`' : '`[…]`';
  if (typeof value === 'object' && value !== null) return '`{…}`';
  // JSON allows `1e400`, which is infinite in JavaScript, and so would be serialized as `null`.
  return quote((typeof value === 'number' ? String(value) : JSON.stringify(value)) ?? 'undefined', maxChars);
}

/** Puts the text on one line, without backticks. */
function escapeText(text: string): string {
  return escapeInvisible(text.replaceAll('`', '´')).replace(/[\t\n\r]/g, escapeCharacter);
}
