// Which connector is between the page and Xero, by the host or by its own message in the body.

import { type Connector, connectors } from '../../catalogue/connectors.ts';
import type { Exchange } from '../model/exchange.ts';

const MAX_SEARCH_CHARS = 8_192;

/** `undefined` for requests to Xero, and to back ends that aren't known connectors. */
export function findConnector({ match, request, response: { body } }: Exchange): Connector | undefined {
  if (match.matchedBy === 'host') return undefined;
  const host = URL.canParse(request.url) ? new URL(request.url).hostname : '';
  const text = body.kind === 'text' ? body.text.slice(0, MAX_SEARCH_CHARS) : '';
  return connectors.find(
    ({ hosts, body }) =>
      hosts.some((each) => host === each || host.endsWith(`.${each}`)) || (text !== '' && body?.test(text)),
  );
}
