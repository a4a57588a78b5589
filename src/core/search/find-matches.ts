// Finds a pattern in a text of any length, in steps.

/** Characters that are looked through at once. */
const WINDOW_CHARS = 200_000;
/** A match that begins in a window may end this far behind it, besides the length of what is looked for. */
const MAX_SPACE_CHARS = 2_000;

/** Tells `take` each match in order, none over another. May rest after every step. */
export function* findMatches(
  text: string,
  pattern: RegExp,
  take: (from: number, to: number) => void,
): Generator<void, void> {
  let next = 0;
  for (let start = 0; start < text.length; start += WINDOW_CHARS) {
    const part = text.slice(start, start + WINDOW_CHARS + MAX_SPACE_CHARS + pattern.source.length);
    pattern.lastIndex = Math.max(0, next - start);
    for (let match = pattern.exec(part); match && match.index < WINDOW_CHARS; match = pattern.exec(part)) {
      next = start + pattern.lastIndex;
      take(start + match.index, next);
    }
    // Others use the pattern while this rests.
    pattern.lastIndex = 0;
    if (start + WINDOW_CHARS < text.length) yield;
  }
}
