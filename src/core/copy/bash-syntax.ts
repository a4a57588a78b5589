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
  const [open, escaped] = isPlain.test(text) ? (["'", escapeQuotes] as const) : (["$'", escapeSpecial] as const);
  const chunks = [...chunksOf(text, escaped)];
  return chunks.map((chunk) => `${open}${chunk}'`).join('\\\n') || "''";
}

/** Within single quotes only the quote itself is special. `!` is special to the history of bash. */
const isPlain = /^[ "-~]*$/;

function escapeQuotes(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/**
 * All but ASCII by its bytes: bash without a locale reads them as keys, such as 0xA3, which comments the line out. Without a quote, the
 * text can't end early in a shell that doesn't know `$'...'`.
 */
function escapeSpecial(text: string): string {
  return text.replaceAll('\\', '\\\\').replace(/[^ -~]+|[!']/g, (each) => escapeBytes(each, '\\x'));
}

const MAX_CHUNK_CHARS = 900;

/** Never divides a character. */
function* chunksOf(text: string, escaped: (text: string) => string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let length = MAX_CHUNK_CHARS;
    let part = sliceWhole(text, start, length);
    let chunk = escaped(part);
    while (chunk.length > MAX_CHUNK_CHARS) {
      length = Math.ceil(length / 2);
      part = sliceWhole(text, start, length);
      chunk = escaped(part);
    }
    yield chunk;
    start += part.length;
  }
}

/** One code unit longer if a surrogate pair would be divided. */
function sliceWhole(text: string, start: number, length: number): string {
  const end = start + length;
  const dividesPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 1, end + 1));
  return text.slice(start, dividesPair ? end + 1 : end);
}
