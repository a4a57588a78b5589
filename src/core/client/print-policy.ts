// Prints a policy as a literal of a programming language.

import type { PolicySyntax } from './languages/languages.ts';

const MAX_LINE_CHARS = 100;

/** The declaration of the policy. Every text is escaped, so that none can end its literal. */
export function printPolicy(policy: object, syntax: PolicySyntax): string {
  const indent = ' '.repeat(syntax.indent);
  return `${indent}${syntax.declaration(printExpanded(policy, syntax, syntax.indent))}`;
}

/** Comment lines. No sentence can end its comment. */
export function printComment(sentences: readonly string[], { comment }: PolicySyntax): string {
  return sentences
    .flatMap((sentence) => wrap(sentence.replace(lineBreaks, ' ')))
    .map((line) => `${comment}${line}\n`)
    .join('');
}

function printExpanded(value: object, syntax: PolicySyntax, indent: number): string {
  const inner = indent + syntax.indentStep;
  const properties = Object.entries(value).map(([name, each]) => {
    const inline = syntax.property(name, printInline(each, syntax));
    if (inner + inline.length <= MAX_LINE_CHARS) return inline;
    if (typeof each === 'string') {
      const parts = wrap(each, true).map((part) => quote(part, syntax));
      return syntax
        .property(name, syntax.longText(parts, ' '.repeat(inner + syntax.indentStep)))
        .replace(/: \n/, ':\n');
    }
    return isRecord(each) ? syntax.property(name, printExpanded(each, syntax, inner)) : inline;
  });
  const [open, close] = syntax.object.map((each) => each.trim());
  const last = syntax.hasTrailingComma ? ',' : '';
  return `${open}${properties.map((each) => `\n${' '.repeat(inner)}${each}`).join(',')}${last}\n${' '.repeat(indent)}${close}`;
}

function printInline(value: unknown, syntax: PolicySyntax): string {
  if (typeof value === 'string') return quote(value, syntax);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map((each) => printInline(each, syntax)).join(', ')}]`;
  if (isRecord(value)) {
    const properties = Object.entries(value).map(([name, each]) => syntax.property(name, printInline(each, syntax)));
    return syntax.object.join(properties.join(', '));
  }
  return syntax.literals[String(value) as 'null' | 'true' | 'false'];
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Uses the escapes that TypeScript, C# and Python share. */
function quote(text: string, syntax: PolicySyntax): string {
  const mark = syntax.quote === "'" || !text.includes("'") || text.includes('"') ? syntax.quote : '"';
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replace(unprintable, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${mark}${escaped}${mark}`;
}

/** Control characters, line breaks, bidirectional formatting and lone surrogates. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;
const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]+/gu;

const MAX_TEXT_CHARS = 92;

/** Splits at spaces. `keepsBlanks` keeps each at the end of its line. */
function wrap(text: string, keepsBlanks = false): string[] {
  const wrapped: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > MAX_TEXT_CHARS) {
      wrapped.push(keepsBlanks ? `${line} ` : line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...wrapped, line];
}
