// Where an exchange is in a list of exchanges.

import type { Exchange } from './exchange.ts';

/** The index of the exchange with this id; -1 if there is none. Searches from the end, because users usually select a recent one. */
export function indexOfId(exchanges: readonly Exchange[], id: number | undefined): number {
  return id === undefined ? -1 : exchanges.findLastIndex((each) => each.id === id);
}
