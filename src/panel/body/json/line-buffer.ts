import type { TextRange } from './types.ts';

// The lines of a text as it is written. Never one long text, which would have to be cut up again.

/** After so many lines the one who runs the work may rest. */
const LINES_PER_STEP = 500;

export class LineBuffer {
  private readonly lines: string[] = [];
  private line = '';
  /** Where `line` begins. */
  private from = 0;
  private longest = 0;

  write(words: string): TextRange {
    const from = this.from + this.line.length;
    this.line += words;
    return { from, to: from + words.length };
  }

  /** Ends the line; the next begins with `words`. */
  end(words: string): void {
    this.lines.push(this.line);
    this.longest = Math.max(this.longest, this.line.length);
    this.from += this.line.length + 1;
    this.line = words;
  }

  /** All of `text` after `from`, in its own lines. */
  *appendText(text: string, from: number): Generator<number, void> {
    const ends = /\r\n?|\n/g;
    ends.lastIndex = from;
    let begin = from;
    for (let match = ends.exec(text), steps = 1; match; match = ends.exec(text), steps++) {
      this.write(text.slice(begin, match.index));
      this.end('');
      begin = ends.lastIndex;
      if (steps % LINES_PER_STEP === 0) yield begin / text.length;
    }
    this.write(text.slice(begin));
  }

  done(): { lines: readonly string[]; longestLine: number } {
    this.end('');
    return { lines: this.lines, longestLine: this.longest };
  }
}
