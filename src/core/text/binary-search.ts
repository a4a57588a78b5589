// Binary search.

/** The first index below `count` for which `predicate` is true, `count` if there is none. It must be true for all later indices, too. */
export function lowerBound(count: number, predicate: (index: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (predicate(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
