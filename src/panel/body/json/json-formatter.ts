// Formats JSON token by token and records the ranges of the target values.

import { createScanner } from 'jsonc-parser';
import type { LineBuffer } from './line-buffer.ts';
import { type PointerNode, recordMatch } from './pointer-targets.ts';
import type { TextRange } from './types.ts';

/** Deeper levels are indented no further: the text would grow with the square of its depth. */
const MAX_INDENT_LEVELS = 50;
/** Values nested deeper stay as received: each level is a line of its own, and a megabyte of brackets would be a million lines. */
const MAX_LEVELS = 1_000;

// jsonc-parser's SyntaxKind and ScanError are const enums, which can't be imported with isolatedModules.
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon] = [1, 2, 3, 4, 5, 6] as const;
const [nullKeyword, stringLiteral, numericLiteral, lineBreak, whitespace, endOfFile] = [7, 10, 11, 14, 15, 17] as const;
const [unterminatedString, unterminatedNumber] = [2, 3] as const;

interface Level {
  readonly isArray: boolean;
  /** Target values inside; `undefined` for nearly all levels of a long text, which keeps it cheap. */
  readonly target: PointerNode | undefined;
  items: number;
}

export interface JsonFormatter {
  /** Formats the next token. `invalid`: it is not allowed here, so the JSON ends before it. */
  next(): 'written' | 'invalid' | 'end';
  /** Characters of the source that have been scanned. */
  position(): number;
  /** Whether anything was written besides opening brackets. */
  hasContent(): boolean;
  /** Prepares the output for the rest of the source as received; returns the offset at which the rest starts. */
  beginRest(): number;
  /** Ends the ranges of values that were never closed. Call it last. */
  finish(): void;
}

/** Writes to `out`, and records matches in the tree of `root`. */
export function createJsonFormatter(text: string, root: PointerNode, out: LineBuffer): JsonFormatter {
  const scanner = createScanner(text);
  const levels: Level[] = [];
  let expected: 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' = 'value';
  let property: { readonly target: PointerNode | undefined; readonly key: TextRange } | undefined;
  let needsLineBreak = false;
  let hasContent = false;
  /** End of the last accepted token in the source. */
  let acceptedEnd = 0;

  const breakLine = () => {
    if (needsLineBreak) out.breakLine('  '.repeat(Math.min(levels.length, MAX_INDENT_LEVELS)));
    needsLineBreak = false;
  };
  const write = (output: string): TextRange => {
    breakLine();
    return out.write(output);
  };
  const token = () => text.slice(scanner.getTokenOffset(), scanner.getPosition());
  const isValueExpected = () => expected === 'value' || expected === 'first value';

  /** The node of the value that starts here, if that is a target. */
  const findTarget = (): PointerNode | undefined => {
    const level = levels.at(-1);
    if (level === undefined) return root;
    return level.isArray ? level.target?.children.get(String(level.items++)) : property?.target;
  };
  const recordValue = (range: TextRange): PointerNode | undefined => {
    const parent = levels.at(-1)?.target;
    const target = findTarget();
    if (target) recordMatch(target, range, property?.key, parent);
    return target;
  };

  const acceptOpen = (isArray: boolean): boolean => {
    if (!isValueExpected() || levels.length === MAX_LEVELS) return false;
    const target = recordValue(write(isArray ? '[' : '{'));
    levels.push({ isArray, target, items: 0 });
    property = undefined;
    expected = isArray ? 'first value' : 'first name';
    needsLineBreak = true;
    return true;
  };
  const acceptClose = (isArray: boolean): boolean => {
    const level = levels.at(-1);
    const isEmpty = expected === 'first value' || expected === 'first name';
    if (level?.isArray !== isArray || !(isEmpty || expected === 'comma')) return false;
    levels.pop();
    needsLineBreak = !isEmpty;
    const { to } = write(isArray ? ']' : '}');
    if (level.target?.found) level.target.found.to = to;
    expected = 'comma';
    return true;
  };
  const acceptComma = (): boolean => {
    const level = levels.at(-1);
    if (level === undefined || expected !== 'comma') return false;
    write(',');
    needsLineBreak = true;
    expected = level.isArray ? 'value' : 'name';
    return true;
  };
  const acceptName = (): boolean => {
    if (scanner.getTokenError() === unterminatedString) return false;
    const target = levels.at(-1)?.target?.children.get(scanner.getTokenValue());
    property = { target, key: write(token()) };
    expected = 'colon';
    return true;
  };
  const acceptColon = (): boolean => {
    if (expected !== 'colon') return false;
    write(': ');
    expected = 'value';
    return true;
  };
  const acceptScalar = (): boolean => {
    const error: number = scanner.getTokenError();
    if (!isValueExpected() || error === unterminatedString || error === unterminatedNumber) return false;
    recordValue(write(token()));
    property = undefined;
    expected = 'comma';
    return true;
  };
  const acceptToken = (kind: number): boolean => {
    switch (kind) {
      case openBrace:
      case openBracket:
        return acceptOpen(kind === openBracket);
      case closeBrace:
      case closeBracket:
        return acceptClose(kind === closeBracket);
      case comma:
        return acceptComma();
      case colon:
        return acceptColon();
      case stringLiteral:
        return expected === 'name' || expected === 'first name' ? acceptName() : acceptScalar();
      default:
        return kind >= nullKeyword && kind <= numericLiteral && acceptScalar();
    }
  };

  return {
    next() {
      const kind: number = scanner.scan();
      if (kind === whitespace || kind === lineBreak) return 'written';
      if (kind === endOfFile) return 'end';
      if (!acceptToken(kind)) return 'invalid';
      acceptedEnd = scanner.getPosition();
      hasContent ||= kind !== openBrace && kind !== openBracket;
      return 'written';
    },
    position: () => scanner.getPosition(),
    hasContent: () => hasContent,
    beginRest() {
      const skipsWhitespace = needsLineBreak || expected === 'value';
      breakLine();
      return skipsWhitespace ? scanner.getTokenOffset() : acceptedEnd;
    },
    finish() {
      const { to } = out.write('');
      for (const { target } of levels) if (target?.found) target.found.to = to;
    },
  };
}
