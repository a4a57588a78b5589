// Writes JSON in lines, token by token, and notes the places that are looked for. Keeps its levels in a list: any depth will do.

import { createScanner } from 'jsonc-parser';
import type { LineBuffer } from './line-buffer.ts';
import { type PointerNode, recordMatch } from './pointer-targets.ts';
import type { TextRange } from './types.ts';

/** Deeper levels are indented no further: the text would grow with the square of its depth. */
const MAX_INDENT_LEVELS = 50;

// The kinds of jsonc-parser's scanner, whose enum has no values that a module compiled alone could take.
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon] = [1, 2, 3, 4, 5, 6] as const;
const [nullKeyword, stringLiteral, numericLiteral, lineBreak, blank, end] = [7, 10, 11, 14, 15, 17] as const;
const [cutString, cutNumber] = [2, 3] as const;

interface Level {
  readonly isArray: boolean;
  /** What is wanted inside; `undefined` for nearly all of a long text, which makes it cheap. */
  readonly wanted: PointerNode | undefined;
  items: number;
}

export class JsonFormatter {
  /** Something has been said besides opening brackets. */
  hasContent = false;
  private readonly scanner;
  private readonly levels: Level[] = [];
  private expected: 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' = 'value';
  private name: { readonly wanted: PointerNode | undefined; readonly key: TextRange } | undefined;
  private isOnNewLine = false;
  /** Where the last token that was written ended, in the source. */
  private taken = 0;

  constructor(
    private readonly text: string,
    private readonly root: PointerNode,
    private readonly out: LineBuffer,
  ) {
    this.scanner = createScanner(text);
  }

  /** Characters of the source that have been read. */
  get position(): number {
    return this.scanner.getPosition();
  }

  /** Writes the next token. `refused`: it must not stand here, and so ends the JSON. */
  next(): 'written' | 'refused' | 'end' {
    const kind: number = this.scanner.scan();
    if (kind === blank || kind === lineBreak) return 'written';
    if (kind === end) return 'end';
    if (!this.acceptToken(kind)) return 'refused';
    this.taken = this.position;
    this.hasContent ||= kind !== openBrace && kind !== openBracket;
    return 'written';
  }

  /** Makes ready for the rest of the source, as it came; gives where that begins. */
  beginRest(): number {
    const isSpaced = this.isOnNewLine || this.expected === 'value';
    this.breakLine();
    return isSpaced ? this.scanner.getTokenOffset() : this.taken;
  }

  /** To be called when nothing more is written: values that were not closed reach up to here. */
  finish(): void {
    const { to } = this.out.write('');
    for (const { wanted } of this.levels) if (wanted?.found) wanted.found.to = to;
  }

  private acceptToken(kind: number): boolean {
    switch (kind) {
      case openBrace:
      case openBracket:
        return this.open(kind === openBracket);
      case closeBrace:
      case closeBracket:
        return this.close(kind === closeBracket);
      case comma:
        return this.separate();
      case colon:
        return this.endName();
      case stringLiteral:
        return this.expected === 'name' || this.expected === 'first name' ? this.beginName() : this.writeValue();
      default:
        return kind >= nullKeyword && kind <= numericLiteral && this.writeValue();
    }
  }

  private open(isArray: boolean): boolean {
    if (!this.isValueExpected()) return false;
    const wanted = this.note(this.write(isArray ? '[' : '{'));
    this.levels.push({ isArray, wanted, items: 0 });
    this.name = undefined;
    this.expected = isArray ? 'first value' : 'first name';
    this.isOnNewLine = true;
    return true;
  }

  private close(isArray: boolean): boolean {
    const level = this.levels.at(-1);
    const isEmpty = this.expected === 'first value' || this.expected === 'first name';
    if (level?.isArray !== isArray || !(isEmpty || this.expected === 'comma')) return false;
    this.levels.pop();
    this.isOnNewLine = !isEmpty;
    const { to } = this.write(isArray ? ']' : '}');
    if (level.wanted?.found) level.wanted.found.to = to;
    this.expected = 'comma';
    return true;
  }

  private separate(): boolean {
    const level = this.levels.at(-1);
    if (level === undefined || this.expected !== 'comma') return false;
    this.write(',');
    this.isOnNewLine = true;
    this.expected = level.isArray ? 'value' : 'name';
    return true;
  }

  private beginName(): boolean {
    if (this.scanner.getTokenError() === cutString) return false;
    const wanted = this.levels.at(-1)?.wanted?.children.get(this.scanner.getTokenValue());
    this.name = { wanted, key: this.write(this.token()) };
    this.expected = 'colon';
    return true;
  }

  private endName(): boolean {
    if (this.expected !== 'colon') return false;
    this.write(': ');
    this.expected = 'value';
    return true;
  }

  private writeValue(): boolean {
    const error: number = this.scanner.getTokenError();
    if (!this.isValueExpected() || error === cutString || error === cutNumber) return false;
    this.note(this.write(this.token()));
    this.name = undefined;
    this.expected = 'comma';
    return true;
  }

  private isValueExpected(): boolean {
    return this.expected === 'value' || this.expected === 'first value';
  }

  /** Notes a value where it is wanted. */
  private note(range: TextRange): PointerNode | undefined {
    const level = this.levels.at(-1);
    const wanted = level === undefined ? this.root : this.wantedIn(level);
    if (wanted) recordMatch(wanted, range, this.name?.key, level?.wanted);
    return wanted;
  }

  private wantedIn(level: Level): PointerNode | undefined {
    return level.isArray ? level.wanted?.children.get(String(level.items++)) : this.name?.wanted;
  }

  private token(): string {
    return this.text.slice(this.scanner.getTokenOffset(), this.position);
  }

  private write(words: string): TextRange {
    this.breakLine();
    return this.out.write(words);
  }

  private breakLine(): void {
    if (this.isOnNewLine) this.out.end('  '.repeat(Math.min(this.levels.length, MAX_INDENT_LEVELS)));
    this.isOnNewLine = false;
  }
}
