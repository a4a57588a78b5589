// Which rows of a virtual list are rendered.

/** Rows `from` to before `to`, never more than `slots`. */
interface RowRange {
  readonly from: number;
  readonly to: number;
  /** The maximum number of rendered rows, at this height. */
  readonly slots: number;
}

/** Rows rendered beyond either end of the viewport. */
const OVERSCAN_ROWS = 4;

/** `topPx` and `heightPx`: what the viewport shows. */
export function rowsAround(topPx: number, heightPx: number, count: number, rowHeight: number): RowRange {
  // Even, so that a row that reuses an element keeps the element's stripe.
  const visible = 2 * Math.ceil((heightPx / rowHeight + 1) / 2);
  const slots = visible + 2 * OVERSCAN_ROWS;
  const first = Math.max(0, Math.min(Math.floor(topPx / rowHeight), count - visible + 1));
  // As many rows at the end as elsewhere: with fewer, elements would be created when more rows arrive.
  const from = Math.max(0, Math.min(first - OVERSCAN_ROWS, count - slots));
  return { from, to: Math.min(count, first + visible + OVERSCAN_ROWS), slots };
}
