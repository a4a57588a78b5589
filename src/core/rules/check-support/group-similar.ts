// Items of a list are alike: what is seen in many is told once, at the first, with how many there are.

/** `/items/3/rate/value` and `/items/4/rate/value` are told together. */
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

/** More kinds of difference mean that the answer is of another sort altogether. */
const MAX_GROUPS = 20;

/** ` (in 12 items)`; empty for one. */
export function formatOccurrences(times: number): string {
  return times === 1 ? '' : ` (in ${times} items)`;
}
