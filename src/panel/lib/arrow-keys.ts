// Where keys lead to along tabs and toolbars and in lists, as the ARIA Authoring Practices have it.

/** Of things side by side: the place that a key leads to from `at`, around the ends; `undefined` for keys that do not move. */
export function nextTabIndex(key: string, at: number, total: number): number | undefined {
  if (total === 0) return undefined;
  if (key === 'ArrowLeft') return (at - 1 + total) % total;
  if (key === 'ArrowRight') return (at + 1) % total;
  if (key === 'Home') return 0;
  return key === 'End' ? total - 1 : undefined;
}

/** Of rows one below the other: the row that a key leads to from `at`, which is -1 where one is on none; `undefined` for keys that do not move. */
export function nextRowIndex(key: string, at: number, total: number, page: number): number | undefined {
  if (total === 0) return undefined;
  const last = total - 1;
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at === -1 ? last : at - 1,
    Home: 0,
    End: last,
    PageDown: at + page,
    PageUp: at - page,
  };
  return Object.hasOwn(steps, key) ? Math.min(last, Math.max(0, steps[key] as number)) : undefined;
}
