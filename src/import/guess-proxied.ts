// Guesses whether an entry that is not recognised may be for the Projects API behind a proxy of the app's own.

import { isXeroHeader, isXeroHost, suggestMapping } from '../core/mappings/suggest-mapping.ts';

/** The prefix that a mapping would take, or the address where only a header speaks for it; `undefined`: nothing does. */
export function guessProxyPrefix(entry: object): string | undefined {
  const { request, response } = entry as { request?: Record<string, unknown>; response?: Record<string, unknown> };
  const url = typeof request?.url === 'string' ? request.url : '';
  const call = {
    method: typeof request?.method === 'string' ? request.method : 'GET',
    url,
    requestHeaders: namesIn(request?.headers),
    answerHeaders: namesIn(response?.headers),
  };
  const suggestion = suggestMapping(call);
  if (suggestion !== undefined && suggestion.certainty !== 'possible') return suggestion.prefix;
  const speaks = [...call.requestHeaders, ...call.answerHeaders].some(isXeroHeader);
  const address = speaks && URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || isXeroHost(address)) return undefined;
  return `${address.origin}${address.pathname}`.slice(0, 200);
}

function namesIn(headers: unknown): string[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((each) => (typeof each?.name === 'string' ? each.name.toLowerCase() : []));
}
