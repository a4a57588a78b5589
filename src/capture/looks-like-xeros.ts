// Guesses whether an entry that is not recognised may be for the Projects API behind a proxy of the app's own.

import { isXeroHeader, suggestMapping } from '../core/suggest-mapping.ts';

/** The prefix that a mapping would take, or the address where only a header speaks for it; `undefined`: nothing does. */
export function looksLikeXeros(entry: object): string | undefined {
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
  // Xero's own sites are no proxies.
  if (!speaks || !URL.canParse(url) || /(?:^|\.)xero\.com$/i.test(new URL(url).hostname)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, 200);
}

function namesIn(headers: unknown): string[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((each) => (typeof each?.name === 'string' ? each.name.toLowerCase() : []));
}
