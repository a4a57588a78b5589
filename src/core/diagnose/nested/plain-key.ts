// Normalizes the names of fields, to compare them whatever their spelling.

/** The same for `retry_after`, `Retry-After` and `retryAfter`. */
export function plainKey(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}
