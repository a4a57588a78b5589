// How a command for bash and zsh writes text from the wire. It is safe to paste into any POSIX shell, but dash and others that don't know
// `$'...'` send such a text as it is written.

import type { ShellSyntax } from './curl-options.ts';
import type { Part } from './secret-variables.ts';
import { escapeBytes } from './unsafe-characters.ts';

/** The arguments of a command. */
export const bash: ShellSyntax = {
  // Adjacent strings are one argument.
  argument: (parts) =>
    parts.map((each) => (typeof each === 'string' ? quoted(each) : `"$${each.variable}"`)).join('') || "''",
  expanded: (parts) => `"${parts.map((each, i) => expand(each, i === parts.length - 1)).join('')}"`,
};

/** zsh takes `:h` and the like after a variable without braces as a modifier. */
function expand(part: Part, isLast: boolean): string {
  if (typeof part === 'string') return part;
  return isLast ? `$${part.variable}` : `\${${part.variable}}`;
}

/**
 * A text as one argument. A terminal without line editing drops what exceeds 1,024 bytes of a line on macOS, or 4,096 on Linux, with the
 * closing quote. Adjacent strings are one argument.
 */
export function quoted(text: string): string {
  const [open, escapeCharacter] = isPlain.test(text) ? (["'", escapeQuote] as const) : (["$'", escapeSpecial] as const);
  const chunks = [...chunksOf(text, escapeCharacter)];
  return chunks.map((chunk) => `${open}${chunk}'`).join('\\\n') || "''";
}

/** Within single quotes only the quote itself is special. `!` is special to the history of bash. */
const isPlain = /^[ "-~]*$/;

function escapeQuote(character: string): string {
  return character === "'" ? "'\\''" : character;
}

/**
 * All but ASCII by its bytes: bash without a locale reads them as keys, such as 0xA3, which comments the line out. Without a quote, the
 * text can't end early in a shell that doesn't know `$'...'`.
 */
function escapeSpecial(character: string): string {
  if (character === '\\') return '\\\\';
  return /[^ -~]|[!']/.test(character) ? escapeBytes(character, '\\x') : character;
}

const MAX_CHUNK_CHARS = 900;

/** Never splits a character. */
function* chunksOf(text: string, escapeCharacter: (character: string) => string): Generator<string> {
  const escapes = new Map<string, string>();
  let chunk = '';
  for (const character of text) {
    let escaped = escapes.get(character);
    if (escaped === undefined) {
      escaped = escapeCharacter(character);
      escapes.set(character, escaped);
    }
    if (chunk.length + escaped.length > MAX_CHUNK_CHARS) {
      yield chunk;
      chunk = '';
    }
    chunk += escaped;
  }
  if (chunk !== '') yield chunk;
}
