// Lower case that preserves indices.

/** Lower case of the same length: the few characters whose lower case is longer stay as they are. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (each) => {
    const one = each.toLowerCase();
    return one.length === each.length ? one : each;
  }).join('');
}
