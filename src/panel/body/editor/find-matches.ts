// Finds words in a text. CodeMirror's own search reads letter by letter: 12 MB would hold up the panel for seconds.

import type { Text } from '@codemirror/state';
import { literalPattern } from '../../../core/text/escape-regexp.ts';

/** More are not looked for. */
export const mostMatches = 100_000;
/** After so many lines or matches the one who runs the work may rest. */
const stepsAtOnce = 500;

/** In any case. Gives where each match begins, in order; between its steps, how much has been looked through, 0..1. */
export function* findMatches(text: Text, words: string): Generator<number, readonly number[]> {
  const found: number[] = [];
  const pattern = new RegExp(literalPattern(words), 'gi');
  let [from, steps] = [0, 0];
  for (const line of text.iterLines()) {
    for (const { index } of line.matchAll(pattern)) {
      if (found.push(from + index) >= mostMatches) return found;
      if (++steps % stepsAtOnce === 0) yield (from + index) / text.length;
    }
    from += line.length + 1;
    if (++steps % stepsAtOnce === 0) yield from / text.length;
  }
  return found;
}
