// Finds a place in what is in order, by halving.

/** The first index below `count` for which `holds` does, `count` where there is none; it has to hold for all after that. */
export function lowerBound(count: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
