// Counts similar requests, in a list of bounded length.

export interface RequestCount {
  readonly method: string;
  readonly hostname: string;
  /** For display: without query, ids and secrets. */
  readonly path: string;
  /** `undefined` if requests are counted whatever their status. */
  readonly status: number | undefined;
  readonly count: number;
}

/** Most recent last. The least recent ones are evicted beyond `maxCounts`. */
export function countRequest(
  counts: readonly RequestCount[],
  request: Omit<RequestCount, 'count'>,
  maxCounts: number,
): readonly RequestCount[] {
  const known = counts.find((each) => isAlike(each, request));
  const others = counts.filter((each) => each !== known);
  return [...others.slice(-(maxCounts - 1)), { ...request, count: (known?.count ?? 0) + 1 }];
}

function isAlike(a: Omit<RequestCount, 'count'>, b: Omit<RequestCount, 'count'>): boolean {
  return a.method === b.method && a.hostname === b.hostname && a.path === b.path && a.status === b.status;
}
