// Detects exchanges of a file that the log contains already: the file may have been imported before, or exported from here.

import type { Exchange } from '../core/model/exchange.ts';
import { runTimeSliced } from '../core/scheduling/time-slicing.ts';

/** The returned function counts: each exchange of the log matches one in the file. */
export async function createDuplicateFilter(
  held: readonly Exchange[],
  signal?: AbortSignal,
): Promise<(exchange: Exchange) => boolean> {
  const counts = new Map<string, number>();
  // A copy, because the log may grow meanwhile.
  const countAll = function* (exchanges: readonly Exchange[]) {
    for (const [i, each] of exchanges.entries()) {
      const key = keyOf(each);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      yield i / exchanges.length;
    }
  };
  await runTimeSliced(countAll([...held]), { signal });
  return (exchange) => {
    const key = keyOf(exchange);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left > 0;
  };
}

/** Files that browsers export have the same times as their events. */
function keyOf({ startedMs, request, response }: Exchange): string {
  return `${startedMs} ${response.status} ${request.method} ${request.url}`;
}
