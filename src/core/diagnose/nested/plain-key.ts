// Compares the names of fields whatever their spelling.

/** `retry_after`, `Retry-After` and `retryAfter` alike. */
export function plainKey(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}
