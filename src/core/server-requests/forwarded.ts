// Finds out which of a server's requests is the page's own, which the server sent on to Xero: both are one call.

import type { Exchange } from '../model/exchange.ts';

/**
 * `made`: what the server made while it answered `page`, in order. Of several attempts it is the one whose response the page got, or else
 * the last. `undefined` if the page asked for something else.
 */
export function findForwarded(page: Exchange, made: readonly Exchange[]): Exchange | undefined {
  if (page.source !== 'browser' || page.forwarded) return undefined;
  const sameCalls = made.filter((each) => isSameCall(page, each));
  return sameCalls.findLast(({ response }) => response.status === page.response.status) ?? sameCalls.at(-1);
}

/** The page's exchange, with the server's side of it. */
export function withForwarded(page: Exchange, made: Exchange): Exchange {
  const { startedMs, durationMs, match, request, response, failure, server } = made;
  if (server === undefined) return page;
  return { ...page, forwarded: { startedMs, durationMs, match, request, response, failure, server } };
}

function isSameCall(page: Exchange, made: Exchange): boolean {
  return (
    page.request.method === made.request.method &&
    page.match.path !== undefined &&
    page.match.operation === made.match.operation &&
    page.match.path.toLowerCase() === made.match.path?.toLowerCase()
  );
}
