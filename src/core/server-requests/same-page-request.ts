// Finds the other requests that a server made for the same page request.

import type { Exchange } from '../model/exchange.ts';

/** Without the exchange itself, in order of time. */
export function siblingsOf({ id, server }: Exchange, exchanges: readonly Exchange[]): Exchange[] {
  const { process, pageRequest } = server ?? {};
  if (pageRequest === undefined) return [];
  return exchanges.filter(
    (each) => each.id !== id && each.server?.process === process && each.server?.pageRequest?.id === pageRequest.id,
  );
}
