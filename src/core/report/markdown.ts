// Writes Markdown in which text from the wire stays text: it can't become a link or markup, or end a code block.

import { describePlaceholders, type Placeholder } from '../redact/placeholders.ts';
import { escapeInvisible } from '../text/escape-invisible.ts';
import { quote } from '../text/quote.ts';

/** A code block with a fence longer than any in the text. */
export function fenced(text: string, language = ''): string {
  // A carriage return alone would hide the start of its line in a terminal.
  const shown = escapeInvisible(text.replace(/\r\n?/g, '\n'));
  const longest = Math.max(2, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}${shown.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** A short text from the wire as inline code. */
export function inline(text: string): string {
  return quote(text, 300);
}

/** The panel's own sentence with code in backticks. Escapes the rest. */
export function sentence(text: string): string {
  return text
    .split('`')
    .map((part, i, all) => (i % 2 === 1 && i < all.length - 1 ? quote(part, 300) : escapeMarkup(part)))
    .join('');
}

/** A list item: `- **Name:** value`. */
export function item(name: string, value: string): string {
  return `- **${name}:** ${value}`;
}

/** A note for the top of a report: which of its values aren't real. */
export function redactionNote(placeholders: readonly Placeholder[]): string {
  const always = 'Access tokens, cookies and passwords are left out.';
  if (placeholders.length === 0) return `> ${always}`;
  return `> Redacted. These are placeholders, not the real values: ${describePlaceholders(placeholders)}. ${always}`;
}

function escapeMarkup(text: string): string {
  return escapeInvisible(text.replace(/[\r\n]+/g, ' ')).replace(/[\\*_[\]<>|~&@]/g, '\\$&');
}
