// Writes Markdown around texts from the wire, which stay texts: no link, no markup and no end of a fence comes out of them.

import { quote } from '../text/quote.ts';

/** A block of code, behind a fence longer than any in it. */
export function fenced(text: string, language = ''): string {
  const shown = visible(text);
  const longest = Math.max(2, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}${shown.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** A short text from the wire, within a line. */
export function inline(text: string): string {
  return quote(text, 300);
}

/** A sentence of ours with code in backticks: what is not code is no markup either. */
export function sentence(text: string): string {
  return text
    .split('`')
    .map((part, i, all) => (i % 2 === 1 && i < all.length - 1 ? quote(part, 300) : escaped(part)))
    .join('');
}

/** `- **Name:** what is said of it`, an item of a list. */
export function item(name: string, said: string): string {
  return `- **${name}:** ${said}`;
}

function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\*_[\]<>|~&@]/g, '\\$&');
}

/** Control characters and those that turn the direction of text are written out; lines and tabs stay. */
function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (each) =>
      each === '\n' || each === '\t' ? each : `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
