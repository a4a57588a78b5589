// How far the rows in sight have moved since they were drawn, because others came or went above them.

/** What was drawn last. */
export interface RenderedWindow {
  /** Scrolled to, pixels. */
  top: number;
  /** The first row that was drawn, and what each from there on showed; `undefined` for rows that cannot be found again. */
  from: number;
  keys: readonly (number | undefined)[];
}

/**
 * In rows; of what was in sight, the first that is still there tells. At the very top nothing is held: who is there wants to see what
 * comes in there.
 */
export function anchorShift(
  { top, from, keys }: RenderedWindow,
  rowHeight: number,
  keyAt: (row: number) => number | undefined,
  placeOf: (key: number) => number,
): number {
  if (top <= 0) return 0;
  for (let i = Math.max(0, Math.floor(top / rowHeight) - from); i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    if (keyAt(from + i) === key) return 0;
    const now = placeOf(key);
    if (now !== -1) return now - (from + i);
  }
  return 0;
}
