// A value from the wire as JSON, whatever it is.

/** Never throws: a list or object that is deeper than any stack is told by its brackets alone. */
export function safeStringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
