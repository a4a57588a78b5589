// Formats numbers with thousands separators.

/** `59,940`, for integers. Not by `toLocaleString`: its first call costs the opening panel tens of milliseconds. */
export function formatInteger(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
