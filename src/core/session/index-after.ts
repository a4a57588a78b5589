// Finds a time in requests sorted by start time.

import { lowerBound } from '../text/binary-search.ts';
import type { ExchangeSummary } from './exchange-summary.ts';

/** Index of the first request that started after `ms`, or their count. */
export function indexAfter(exchanges: readonly ExchangeSummary[], ms: number): number {
  return lowerBound(exchanges.length, (i) => !((exchanges[i] as ExchangeSummary).startedMs <= ms));
}
