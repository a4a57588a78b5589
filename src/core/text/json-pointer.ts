// JSON pointers (RFC 6901).

/** `['rate', 0]` becomes `/rate/0`; no segments become an empty string, which refers to the whole value. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((each) => `/${String(each).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The inverse of `toPointer`; array indices come back as text. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
}
