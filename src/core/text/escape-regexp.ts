// Escapes text for a regular expression.

/** A regular expression's source that matches this text and nothing else; with the flag `u` or without. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
