// Formats numbers with thousands separators.

/** `59,940`, for integers; a dash if it is not a number. Not by `toLocaleString`: its first call costs the opening panel tens of milliseconds. */
export function formatInteger(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
