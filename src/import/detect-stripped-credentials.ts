// Distinguishes requests sent without a token from files stripped of tokens: by default, Chrome exports neither `Authorization` nor cookies.

import { type Exchange, isStripped, STRIPPED_TOKEN } from '../core/model/exchange.ts';

/** Marks tokens as stripped if the file appears to be, so that no check reports them as missing. */
export function markStrippedCredentials(
  exchanges: readonly Exchange[],
  exportedByChrome: boolean,
): readonly Exchange[] {
  if (exchanges.some(hasCredentials)) return exchanges;
  // Xero responds with 401 to a request without a token.
  const hadToken = exchanges.some(({ match, response: { status } }) => {
    return match.matchedBy === 'host' && status > 0 && status !== 401;
  });
  return exportedByChrome || hadToken ? exchanges.map(markStripped) : exchanges;
}

function hasCredentials({ request: { headers, token } }: Exchange): boolean {
  return (token !== undefined && !isStripped(token)) || headers.some(([name]) => name === 'cookie');
}

/** A proxy may add the token itself, so behind one only a 401 suggests that the request should have had a token. */
function markStripped(exchange: Exchange): Exchange {
  const { match, request, response } = exchange;
  return match.matchedBy === 'host' || response.status === 401
    ? { ...exchange, request: { ...request, token: STRIPPED_TOKEN } }
    : exchange;
}
