// Whether a token is Xero's. A page may send another token to its own proxy, which Xero never receives.

import { effectiveStatus } from '../../diagnose/outcome.ts';
import { type Exchange, isDirectToXero, type Token } from '../../model/exchange.ts';

export const issuer = 'https://identity.xero.com';

/** The token that Xero receives; `undefined` if it may be meant for the proxy. */
export function usableToken(exchange: Exchange): Token | undefined {
  const { token } = exchange.request;
  return token && (isDirectToXero(exchange) || token.issuer === issuer) ? token : undefined;
}

/** Whether a token that isn't Xero's is worth a finding: Xero certainly received it, or rejected it. */
export function mayExplainFailure(exchange: Exchange): boolean {
  return isDirectToXero(exchange) || effectiveStatus(exchange) === 401;
}
