// An excerpt of a text around a match, short enough for a row.

export interface Excerpt {
  readonly text: string;
  /** The position of the match in the excerpt. */
  readonly from: number;
  readonly to: number;
}

/** Few, so that the match is visible in a narrow row. */
const CHARS_BEFORE = 16;
const CHARS_AFTER = 120;
/** For the match itself. */
const MAX_MATCH_CHARS = 200;

/** Returns one line, in which control characters and bidirectional marks are replaced by spaces. */
export function createExcerpt(text: string, from: number, to: number): Excerpt {
  let start = Math.max(0, from - CHARS_BEFORE);
  if (isLowSurrogate(text, start)) start++;
  let shownTo = Math.min(to, from + MAX_MATCH_CHARS);
  if (isLowSurrogate(text, shownTo)) shownTo--;
  let end = Math.min(text.length, shownTo + CHARS_AFTER);
  if (isLowSurrogate(text, end)) end--;
  // Leading white space only takes space.
  while (start < from && text.charAt(start).trim() === '') start++;
  const lead = start > 0 ? '…' : '';
  const at = Math.min(start, from);
  return {
    text: lead + replaceInvisible(text.slice(at, end)) + (end < text.length ? '…' : ''),
    from: lead.length + from - at,
    to: lead.length + Math.max(from, shownTo) - at,
  };
}

/** Keeps the length of the text. */
function replaceInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (each) => ' '.repeat(each.length));
}

/** Whether a cut at this index would split a surrogate pair. */
function isLowSurrogate(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1));
}
