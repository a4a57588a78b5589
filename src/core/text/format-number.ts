// Long numbers as they are read.

/** `59,940`, of a whole number. By hand: the first `toLocaleString` costs the opening panel tens of milliseconds. */
export function formatInteger(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
