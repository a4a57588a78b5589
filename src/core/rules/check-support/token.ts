// Whose a token is. A page that calls through its own proxy may send a token of its own, which Xero never sees.

import { effectiveStatus } from '../../diagnose/outcome.ts';
import { type Exchange, isDirectToXero, type Token } from '../../model/exchange.ts';

export const issuer = 'https://identity.xero.com';

/** The token that Xero is asked to take, as far as can be known; `undefined` where it may be the proxy's own. */
export function usableToken(exchange: Exchange): Token | undefined {
  const { token } = exchange.request;
  return token && (isDirectToXero(exchange) || token.issuer === issuer) ? token : undefined;
}

/** The token is not of Xero's make: to be spoken of where Xero is sure to get it, or has refused it. */
export function mayExplainFailure(exchange: Exchange): boolean {
  return isDirectToXero(exchange) || effectiveStatus(exchange) === 401;
}
