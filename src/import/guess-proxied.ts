// Guesses whether an unrecognized entry may be for the Projects API behind the app's own proxy.

import { isXeroHeader, isXeroHost, suggestMapping } from '../core/mappings/suggest-mapping.ts';
import { parseHttpUrl } from '../core/match/match-operation.ts';

/** The prefix to map, or the URL if only a Xero header suggests it; `undefined` if nothing does. */
export function guessProxyPrefix(entry: object): string | undefined {
  const { request, response } = entry as { request?: Record<string, unknown>; response?: Record<string, unknown> };
  const url = typeof request?.url === 'string' ? request.url : '';
  const candidate = {
    method: typeof request?.method === 'string' ? request.method : 'GET',
    url,
    requestHeaders: headerNames(request?.headers),
    responseHeaders: headerNames(response?.headers),
  };
  const suggestion = suggestMapping(candidate);
  if (suggestion !== undefined && suggestion.certainty !== 'possible') return suggestion.prefix;
  const hasXeroHeader = [...candidate.requestHeaders, ...candidate.responseHeaders].some(isXeroHeader);
  const address = hasXeroHeader ? parseHttpUrl(url) : undefined;
  if (address === undefined || isXeroHost(address)) return undefined;
  return `${address.origin}${address.pathname}`.slice(0, 200);
}

function headerNames(headers: unknown): string[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((each) => (typeof each?.name === 'string' ? each.name.toLowerCase() : []));
}
