import type { TextRange } from '../json/types.ts';

// Finds where a range of a text stands once the text is laid out.

/** Characters between two rests. */
const CHARS_PER_STEP = 100_000;

/**
 * To lay out only adds and takes white space between tokens: the same number of other characters stands before a place in either text.
 * White space at either end of the range belongs to it in the layout as far as it is the same there. Gives between its steps how much is
 * done, 0..1.
 */
export function* mapSourceRange(
  source: string,
  { from, to }: TextRange,
  lines: readonly string[],
): Generator<number, TextRange> {
  let first = from;
  while (first < to && isSpace(source.charCodeAt(first))) first++;
  let last = to;
  while (last > first && isSpace(source.charCodeAt(last - 1))) last--;
  let [before, inside] = [0, 0];
  for (let i = 0; i < first; i++) {
    if (!isSpace(source.charCodeAt(i))) before++;
    if (i % CHARS_PER_STEP === 0) yield (i / first) * 0.5;
  }
  for (let i = first; i < last; i++) if (!isSpace(source.charCodeAt(i))) inside++;

  const counter = new LayoutCounter(lines);
  const begin = yield* counter.goTo(before);
  const end = yield* counter.goTo(before + inside - 1);
  if (inside === 0) return { from: begin.offset, to: begin.offset };
  const lead = sameBefore(source, first, from, begin.line, begin.column);
  const trail = sameAfter(source, last, to, end.line, end.column + 1);
  return { from: begin.offset - lead, to: end.offset + 1 + trail };
}

interface Place {
  readonly offset: number;
  readonly line: string;
  readonly column: number;
}

/** Goes through lines once, from the beginning to the end. */
class LayoutCounter {
  private number = 0;
  private column = 0;
  private lineFrom = 0;
  /** Characters that are no space, before the place. */
  private passed = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** To the character that is no space and has so many before it; to the end where there is none. */
  *goTo(wanted: number): Generator<number, Place> {
    for (let steps = 1; this.number < this.lines.length; steps++) {
      const line = this.lines[this.number] ?? '';
      if (this.column >= line.length) {
        if (this.number === this.lines.length - 1) break;
        this.lineFrom += line.length + 1;
        this.number++;
        this.column = 0;
      } else if (isSpace(line.charCodeAt(this.column))) this.column++;
      else if (this.passed >= wanted) break;
      else {
        this.passed++;
        this.column++;
      }
      if (steps % CHARS_PER_STEP === 0) yield 0.5 + (this.number / this.lines.length) * 0.5;
    }
    return { offset: this.lineFrom + this.column, line: this.lines[this.number] ?? '', column: this.column };
  }
}

function sameBefore(source: string, at: number, from: number, line: string, column: number): number {
  let same = 0;
  while (at - same > from && column > same && source[at - same - 1] === line[column - same - 1]) same++;
  return same;
}

function sameAfter(source: string, at: number, to: number, line: string, column: number): number {
  let same = 0;
  while (at + same < to && column + same < line.length && source[at + same] === line[column + same]) same++;
  return same;
}

/** All that a layout adds or takes: blanks, ends of lines and the byte order mark. */
function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xfeff;
}
