// Median and percentiles.

/** Throws if `values` is empty. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** `percent` is 0..100; interpolates linearly. Throws if `values` is empty. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured.');
  return low + (high - low) * (at - Math.floor(at));
}
