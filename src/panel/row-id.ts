// The id of a call's row in the document, by which the grid names the selected one.

const prefix = 'exchange-';

export function rowId(exchangeId: number): string {
  return `${prefix}${exchangeId}`;
}

export function exchangeIdOf(row: Element): number {
  return Number(row.id.slice(prefix.length));
}
