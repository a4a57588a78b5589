// Moving along a row of things by arrow keys, Home and End, as the ARIA Authoring Practices have it for tabs and toolbars.

/** The place that a key leads to from `at`, around the ends; `undefined` for keys that do not move. */
export function placeAfter(key: string, at: number, total: number): number | undefined {
  if (total === 0) return undefined;
  if (key === 'ArrowLeft') return (at - 1 + total) % total;
  if (key === 'ArrowRight') return (at + 1) % total;
  if (key === 'Home') return 0;
  return key === 'End' ? total - 1 : undefined;
}
