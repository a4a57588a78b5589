// Guesses whether an unrecognized entry may be for the Projects API behind the app's own proxy.

import { isXeroHeader, isXeroHost, suggestMapping } from '../core/mappings/suggest-mapping.ts';
import { parseHttpUrl } from '../core/match/match-operation.ts';

export interface ProxyGuess {
  /** The prefix to map, or the URL if only a Xero header suggests it. */
  readonly address: string;
  /** Other APIs have such paths too. */
  readonly isWeak: boolean;
}

/** `undefined` if nothing suggests a proxy. */
export function guessProxy(entry: object): ProxyGuess | undefined {
  const { request, response } = entry as { request?: Record<string, unknown>; response?: Record<string, unknown> };
  const url = typeof request?.url === 'string' ? request.url : '';
  const candidate = {
    method: typeof request?.method === 'string' ? request.method : 'GET',
    url,
    requestHeaders: headerNames(request?.headers),
    responseHeaders: headerNames(response?.headers),
  };
  const suggestion = suggestMapping(candidate);
  const isWeak = suggestion?.certainty === 'possible';
  if (suggestion !== undefined && !isWeak) return { address: suggestion.prefix, isWeak };
  const hasXeroHeader = [...candidate.requestHeaders, ...candidate.responseHeaders].some(isXeroHeader);
  const address = hasXeroHeader ? parseHttpUrl(url) : undefined;
  if (address !== undefined && !isXeroHost(address)) {
    return { address: `${address.origin}${address.pathname}`.slice(0, 200), isWeak: false };
  }
  return suggestion && { address: suggestion.prefix, isWeak };
}

function headerNames(headers: unknown): string[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((each) => (typeof each?.name === 'string' ? each.name.toLowerCase() : []));
}
