// Distinguishes requests sent without a token from files stripped of tokens: by default, Chrome exports neither `Authorization` nor cookies.

import { namesTokenFault } from '../core/diagnose/names-token-fault.ts';
import { effectiveStatus } from '../core/diagnose/outcome.ts';
import { type Exchange, isStripped, STRIPPED_TOKEN } from '../core/model/exchange.ts';

/**
 * Marks tokens as stripped if the file appears to be stripped, so that no finding is based on a missing token. `mayOmit`: the tool that
 * wrote the file leaves credentials out.
 */
export function markStrippedCredentials(exchanges: readonly Exchange[], mayOmit: boolean): readonly Exchange[] {
  if (exchanges.some(hasCredentials)) return exchanges;
  return mayOmit || exchanges.some(provesToken)
    ? exchanges.map((each) => (suggestsToken(each) ? markStripped(each) : each))
    : exchanges;
}

function hasCredentials({ request: { headers, token } }: Exchange): boolean {
  return (token !== undefined && !isStripped(token)) || headers.some(([name]) => name === 'cookie');
}

/** Whether Xero sends such a response only to requests with a token. */
function provesToken(exchange: Exchange): boolean {
  const { match, response } = exchange;
  if (match.matchedBy !== 'host' || response.status === 0) return false;
  return response.status !== 401 || namesTokenFault(exchange);
}

/** A proxy may add the token itself, so behind one only a 401 suggests that the request should have had a token. */
function suggestsToken(exchange: Exchange): boolean {
  return exchange.match.matchedBy === 'host' || effectiveStatus(exchange) === 401;
}

function markStripped(exchange: Exchange): Exchange {
  return { ...exchange, request: { ...exchange.request, token: STRIPPED_TOKEN } };
}
