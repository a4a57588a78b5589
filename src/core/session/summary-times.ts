// The order of requests, and the end of a response's Retry-After.

import type { ExchangeSummary } from './exchange-summary.ts';

/** By time, then by id, so that requests of one millisecond have a stable order. */
export function isBefore(a: ExchangeSummary, b: ExchangeSummary): boolean {
  return a.startedMs < b.startedMs || (a.startedMs === b.startedMs && a.id < b.id);
}

/** Ms since the epoch. The end of the response if it has no `Retry-After`. */
export function waitEndMs({ endMs, retryAfterSeconds = 0 }: ExchangeSummary): number {
  return endMs + retryAfterSeconds * 1000;
}
