// A call's row in the document, and its id there, by which the grid names the selected one.

const prefix = 'exchange-';

export function rowId(exchangeId: number): string {
  return `${prefix}${exchangeId}`;
}

export function parseRowId(row: Element): number {
  return Number(row.id.slice(prefix.length));
}

/** `null` while it is out of sight. */
export function findRow(exchangeId: number | undefined): Element | null {
  return exchangeId === undefined ? null : document.getElementById(rowId(exchangeId));
}

/** `null` where there is none, such as on a divider. */
export function closestRow(place: EventTarget | null): Element | null {
  return place instanceof Element ? place.closest('[data-diagnosis]') : null;
}
