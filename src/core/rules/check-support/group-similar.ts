// Groups findings that repeat across the items of a list: reported once, at the first item, with a count.

/** Groups `/items/3/rate/value` with `/items/4/rate/value`. */
export function groupSimilar<T extends { readonly pointer: string }>(
  seen: readonly T[],
): { first: T; times: number }[] {
  const kinds = new Map<string, { first: T; times: number }>();
  for (const each of seen) {
    const kind = each.pointer.replace(/\/\d+(?=\/|$)/g, '/*');
    const known = kinds.get(kind);
    if (known) known.times++;
    else kinds.set(kind, { first: each, times: 1 });
  }
  return [...kinds.values()].slice(0, MAX_GROUPS);
}

/** With more groups, the response is something else altogether. */
const MAX_GROUPS = 20;

/** ` (in 12 items)`; empty for one. */
export function formatOccurrences(times: number): string {
  return times === 1 ? '' : ` (in ${times} items)`;
}
