// Finds the matches of a pattern in a text of any length, in steps.

/** The number of characters searched per step. */
const WINDOW_CHARS = 200_000;
/** The white space that a match may have beyond the end of its window, in addition to the length of the pattern. */
const MAX_SPACE_CHARS = 2_000;

/** Calls `take` for each match, in order and without overlaps. Yields after every step. */
export function* findMatches(
  text: string,
  pattern: RegExp,
  onMatch: (from: number, to: number) => void,
): Generator<void, void> {
  let next = 0;
  for (let start = 0; start < text.length; start += WINDOW_CHARS) {
    const part = text.slice(start, start + WINDOW_CHARS + MAX_SPACE_CHARS + pattern.source.length);
    pattern.lastIndex = Math.max(0, next - start);
    for (let match = pattern.exec(part); match && match.index < WINDOW_CHARS; match = pattern.exec(part)) {
      next = start + pattern.lastIndex;
      onMatch(start + match.index, next);
    }
    // Other searches may use the pattern before the next step.
    pattern.lastIndex = 0;
    if (start + WINDOW_CHARS < text.length) yield;
  }
}
