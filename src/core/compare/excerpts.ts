// Shortens two texts to excerpts around their first difference.

const MAX_EXCERPT_CHARS = 240;
/** The part of the excerpt before the difference. */
const LEADING_CHARS = 60;

/** Returns short texts unchanged. An ellipsis marks a cut. */
export function excerpts<A extends string | undefined, B extends string | undefined>(
  a: A,
  b: B,
): [a: A | string, b: B | string] {
  if ((a?.length ?? 0) <= MAX_EXCERPT_CHARS && (b?.length ?? 0) <= MAX_EXCERPT_CHARS) return [a, b];
  const from = a === undefined || b === undefined ? 0 : Math.max(0, indexOfDifference(a, b) - LEADING_CHARS);
  return [cutFrom(a, from), cutFrom(b, from)];
}

/** 0 for equal texts. */
function indexOfDifference(a: string, b: string): number {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function cutFrom<T extends string | undefined>(text: T, from: number): T | string {
  if (text === undefined) return text;
  const before = from > 0 ? '…' : '';
  const after = text.length > from + MAX_EXCERPT_CHARS ? '…' : '';
  return `${before}${text.slice(from, from + MAX_EXCERPT_CHARS)}${after}`;
}
