// Builds a text as an array of lines, so that a long text need not be split again.

import type { TextRange } from './types.ts';

const LINES_PER_STEP = 500;

export interface LineBuffer {
  /** Appends to the current line; returns the range of `text` in the whole output. */
  write(text: string): TextRange;
  /** Ends the current line and starts the next one with `indent`. */
  breakLine(indent: string): void;
  /** Appends `text` from offset `from`, with its own line breaks. Yields the offset as a share of `text`, 0..1. */
  appendText(text: string, from: number): Generator<number, void>;
  /** Ends the last line. */
  finish(): { lines: readonly string[]; longestLine: number };
}

export function createLineBuffer(): LineBuffer {
  const lines: string[] = [];
  let line = '';
  /** Offset of `line` in the output. */
  let lineStart = 0;
  let longestLine = 0;

  const write = (text: string): TextRange => {
    const from = lineStart + line.length;
    line += text;
    return { from, to: from + text.length };
  };
  const breakLine = (indent: string) => {
    lines.push(line);
    longestLine = Math.max(longestLine, line.length);
    lineStart += line.length + 1;
    line = indent;
  };
  return {
    write,
    breakLine,
    *appendText(text, from) {
      const lineBreaks = /\r\n?|\n/g;
      lineBreaks.lastIndex = from;
      let start = from;
      for (let match = lineBreaks.exec(text), steps = 1; match; match = lineBreaks.exec(text), steps++) {
        write(text.slice(start, match.index));
        breakLine('');
        start = lineBreaks.lastIndex;
        if (steps % LINES_PER_STEP === 0) yield start / text.length;
      }
      write(text.slice(start));
    },
    finish() {
      breakLine('');
      return { lines, longestLine };
    },
  };
}
