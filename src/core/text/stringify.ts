// Serializes any value from the wire as JSON.

/** Never throws: an array or object that is too deep to serialize becomes its brackets. */
export function safeStringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
