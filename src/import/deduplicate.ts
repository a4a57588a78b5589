// Detects imported exchanges that are already in the log: the file may have been imported before, or exported from it.

import type { Exchange } from '../core/model/exchange.ts';
import { runTimeSliced } from '../core/scheduling/time-slicing.ts';

/** The returned filter is stateful: each exchange in the log accounts for one duplicate in the file. */
export async function createDuplicateFilter(
  logged: readonly Exchange[],
  signal?: AbortSignal,
): Promise<(exchange: Exchange) => boolean> {
  const counts = new Map<string, number>();
  // Counts a copy, because the log may grow in the meantime.
  const countAll = function* (exchanges: readonly Exchange[]) {
    for (const [i, each] of exchanges.entries()) {
      const key = exchangeKey(each);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      yield i / exchanges.length;
    }
  };
  await runTimeSliced(countAll([...logged]), { signal });
  return (exchange) => {
    const key = exchangeKey(exchange);
    const remaining = counts.get(key) ?? 0;
    if (remaining > 0) counts.set(key, remaining - 1);
    return remaining > 0;
  };
}

/** Browsers export the same start times that they report to extensions. */
function exchangeKey({ startedMs, request, response }: Exchange): string {
  return `${startedMs} ${response.status} ${request.method} ${request.url}`;
}
