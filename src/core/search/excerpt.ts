// An excerpt of a text around a match, short enough for a row.

import { escapeInvisible } from '../text/escape-invisible.ts';

export interface Excerpt {
  readonly text: string;
  /** The position of the match in the excerpt. */
  readonly from: number;
  readonly to: number;
}

/** Few, so that the match is visible in a narrow row. */
const CHARS_BEFORE = 16;
const CHARS_AFTER = 120;
/** Escapes take more room. */
const MAX_CHARS_BEFORE = 24;
/** For the match itself. */
const MAX_MATCH_CHARS = 200;

/** Returns one line, in which invisible characters are escaped. */
export function createExcerpt(text: string, from: number, to: number): Excerpt {
  let start = Math.max(0, from - CHARS_BEFORE);
  if (isLowSurrogate(text, start)) start++;
  let shownTo = Math.min(to, from + MAX_MATCH_CHARS);
  if (isLowSurrogate(text, shownTo)) shownTo--;
  let end = Math.min(text.length, shownTo + CHARS_AFTER);
  if (isLowSurrogate(text, end)) end--;
  // Leading white space only takes space.
  while (start < from && text.charAt(start).trim() === '') start++;
  while (start < from && shown(text.slice(start, from)).length > MAX_CHARS_BEFORE)
    start += isLowSurrogate(text, start + 1) ? 2 : 1;
  const lead = start > 0 ? '…' : '';
  const before = lead + shown(text.slice(Math.min(start, from), from));
  const match = shown(text.slice(from, Math.max(from, shownTo)));
  const after = shown(text.slice(Math.max(from, shownTo), end)) + (end < text.length ? '…' : '');
  return { text: before + match + after, from: before.length, to: before.length + match.length };
}

function shown(text: string): string {
  return escapeInvisible(text.replace(/[\t\n\r]/g, ' '));
}

/** Whether a cut at this index would split a surrogate pair. */
function isLowSurrogate(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1));
}
