// The element ids of the rows, which the grid's `aria-activedescendant` refers to.

const prefix = 'exchange-';

export function rowId(exchangeId: number): string {
  return `${prefix}${exchangeId}`;
}

export function parseRowId(row: Element): number {
  return Number(row.id.slice(prefix.length));
}

/** `null` while the row is scrolled out of view. */
export function findRow(exchangeId: number | undefined): Element | null {
  return exchangeId === undefined ? null : document.getElementById(rowId(exchangeId));
}

/** `null` outside of a row, such as on a divider. */
export function closestRow(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-diagnosis]') : null;
}
