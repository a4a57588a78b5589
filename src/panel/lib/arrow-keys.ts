// Keyboard navigation in tabs, toolbars and lists, as the ARIA Authoring Practices describe it.

/** The next index in a row of items, wrapping around; `undefined` for keys that don't navigate. */
export function nextTabIndex(key: string, at: number, total: number): number | undefined {
  if (total === 0) return undefined;
  if (key === 'ArrowLeft') return (at - 1 + total) % total;
  if (key === 'ArrowRight') return (at + 1) % total;
  if (key === 'Home') return 0;
  return key === 'End' ? total - 1 : undefined;
}

/** The next index in a list, without wrapping; `at` is -1 if no row is current. `undefined` for keys that don't navigate. */
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
