// Finds which of a server's requests is the page's own request, forwarded to Xero.

import type { Exchange } from '../model/exchange.ts';

/**
 * `made`: the requests that the server made while it handled `page`, in order. Of several attempts, returns the one whose response the page
 * got, or else the last. `undefined` if the page's request was for something else.
 */
export function findForwarded(page: Exchange, made: readonly Exchange[]): Exchange | undefined {
  if (page.source !== 'browser' || page.forwarded) return undefined;
  const attempts = made.filter((each) => isSameRequest(page, each));
  return attempts.findLast(({ response }) => response.status === page.response.status) ?? attempts.at(-1);
}

/** The page's exchange, with the server's side of it. */
export function withForwarded(page: Exchange, made: Exchange): Exchange {
  const { startedMs, durationMs, match, request, response, failure, server } = made;
  if (server === undefined) return page;
  return { ...page, forwarded: { startedMs, durationMs, match, request, response, failure, server } };
}

function isSameRequest(page: Exchange, made: Exchange): boolean {
  return (
    page.request.method === made.request.method &&
    page.match.path !== undefined &&
    page.match.operation === made.match.operation &&
    page.match.path.toLowerCase() === made.match.path?.toLowerCase()
  );
}
