// Finds the end of a run of characters, however long.

/**
 * Where the matches of `pattern`, one after another from `start` on, end. The pattern is sticky and has a bounded length: on a run of
 * megabytes, browsers give up an unbounded one.
 */
export function endOfRun(text: string, start: number, pattern: RegExp): number {
  let end = start;
  pattern.lastIndex = end;
  while (pattern.test(text) && pattern.lastIndex > end) end = pattern.lastIndex;
  return end;
}
