// A piece of a text around a match, short enough for a row.

export interface Excerpt {
  readonly text: string;
  /** The match in it. */
  readonly from: number;
  readonly to: number;
}

/** Few before: the match is to be in sight in a narrow row. Characters. */
const CHARS_BEFORE = 16;
const CHARS_AFTER = 120;
/** Of the match itself. */
const MAX_EXCERPT_CHARS = 200;

/** One line; signs that cannot be seen, or that turn the direction of text, are blanks. */
export function createExcerpt(text: string, from: number, to: number): Excerpt {
  let begin = Math.max(0, from - CHARS_BEFORE);
  if (isLowSurrogate(text, begin)) begin++;
  let shownTo = Math.min(to, from + MAX_EXCERPT_CHARS);
  if (isLowSurrogate(text, shownTo)) shownTo--;
  let end = Math.min(text.length, shownTo + CHARS_AFTER);
  if (isLowSurrogate(text, end)) end--;
  // What cannot be seen at the beginning only takes room.
  while (begin < from && text.charAt(begin).trim() === '') begin++;
  const lead = begin > 0 ? '…' : '';
  const at = Math.min(begin, from);
  return {
    text: lead + replaceInvisible(text.slice(at, end)) + (end < text.length ? '…' : ''),
    from: lead.length + from - at,
    to: lead.length + Math.max(from, shownTo) - at,
  };
}

/** As long as it was. */
function replaceInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (each) => ' '.repeat(each.length));
}

/** Whether a cut here would part a pair of surrogates. */
function isLowSurrogate(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1));
}
