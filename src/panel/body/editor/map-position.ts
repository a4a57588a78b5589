import type { TextRange } from '../json/types.ts';

// Maps a range of a text to the same text once it is formatted.

/** Characters per step. */
const CHARS_PER_STEP = 100_000;

/**
 * Formatting only adds and removes whitespace between tokens, so a position has the same number of other characters before it in both texts.
 * Whitespace at either end of the range is included as far as the formatted text has it too. Yields the progress, 0..1.
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
  const start = yield* counter.goTo(before);
  const end = yield* counter.goTo(before + inside - 1);
  if (inside === 0) return { from: start.offset, to: start.offset };
  const lead = sameBefore(source, first, from, start.line, start.column);
  const trail = sameAfter(source, last, to, end.line, end.column + 1);
  return { from: start.offset - lead, to: end.offset + 1 + trail };
}

interface Position {
  readonly offset: number;
  readonly line: string;
  readonly column: number;
}

/** Goes through the lines once, from start to end. */
class LayoutCounter {
  private number = 0;
  private column = 0;
  private lineFrom = 0;
  /** Non-whitespace characters before the position. */
  private passed = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** Moves to the non-whitespace character with `count` before it, or to the end. */
  *goTo(count: number): Generator<number, Position> {
    for (let steps = 1; this.number < this.lines.length; steps++) {
      const line = this.lines[this.number] ?? '';
      if (this.column >= line.length) {
        if (this.number === this.lines.length - 1) break;
        this.lineFrom += line.length + 1;
        this.number++;
        this.column = 0;
      } else if (isSpace(line.charCodeAt(this.column))) this.column++;
      else if (this.passed >= count) break;
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

/** Everything that formatting adds or removes: spaces, line breaks and the byte order mark. */
function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xfeff;
}
