// Finds the end of a run of characters, however long.

/**
 * The end of consecutive matches of `pattern` from `start` on. The pattern is sticky and has a bounded length: on a run of megabytes,
 * browsers give up on an unbounded one.
 */
export function endOfRun(text: string, start: number, pattern: RegExp): number {
  let end = start;
  pattern.lastIndex = end;
  while (pattern.test(text) && pattern.lastIndex > end) end = pattern.lastIndex;
  return end;
}
