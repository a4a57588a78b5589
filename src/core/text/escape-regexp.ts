// Escapes text for a regular expression.

/** The source of a regular expression that matches exactly this text, with or without the `u` flag. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
