// Requests for tokens, which go to Xero's identity service and not to the API.

import { identityHost, tokenPath } from '../../catalogue/api-address.ts';
import type { Exchange } from '../model/exchange.ts';
import { stripQuery } from '../text/url.ts';

/** Used instead of an operation. */
export const TOKEN_REQUEST = 'token request';

export function isTokenRequest({ match, request: { url } }: Exchange): boolean {
  return (
    match.path === undefined && match.matchedBy === 'host' && tokenAddresses.includes(stripQuery(url).toLowerCase())
  );
}

const tokenAddresses = ['https', 'http'].flatMap((scheme) => {
  const address = `${scheme}://${identityHost}${tokenPath}`;
  return [address, `${address}/`];
});

/** The operation, or the method of a request that is none. */
export function operationTitle(exchange: Exchange): string {
  return exchange.match.operation ?? (isTokenRequest(exchange) ? TOKEN_REQUEST : exchange.request.method);
}
