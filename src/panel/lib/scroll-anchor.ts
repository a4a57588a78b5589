// How far visible rows have moved because rows were added or removed above them.

/** What was rendered last. */
export interface RenderedWindow {
  /** Scroll offset, pixels. */
  top: number;
  /** The first rendered row, and the keys of the rows from there on; `undefined` for rows without a key. */
  from: number;
  keys: readonly (number | undefined)[];
}

/**
 * In rows: how far the first visible row that still exists has moved. 0 at the very top, where new rows should become visible.
 */
export function anchorShift(
  { top, from, keys }: RenderedWindow,
  rowHeight: number,
  keyAt: (row: number) => number | undefined,
  rowOfKey: (key: number) => number,
): number {
  if (top <= 0) return 0;
  for (let i = Math.max(0, Math.floor(top / rowHeight) - from); i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    if (keyAt(from + i) === key) return 0;
    const now = rowOfKey(key);
    if (now !== -1) return now - (from + i);
  }
  return 0;
}
