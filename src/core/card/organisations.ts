// The names of organisations, from the responses of GET /connections.

import { readConnections } from '../match/connections.ts';
import { type Exchange, tenantId } from '../model/exchange.ts';
import { quote } from '../text/quote.ts';

export interface OrganisationNames {
  /** In backticks; `undefined` if unknown. */
  nameOf(tenant: string | undefined): string | undefined;
  /** Names the organisation of the exchange in a text that says “this organisation”. */
  inText(text: string, exchange: Exchange): string;
  /** The ID of the only connected organisation. */
  readonly only: string | undefined;
}

/** `exchanges` are the log, in order of time. */
export function namesOrganisations(exchanges: readonly Exchange[]): OrganisationNames {
  const connections = readConnections(exchanges)?.connections ?? [];
  const nameOf = (tenant: string | undefined) => {
    const name = connections.find(({ tenantId }) => tenantId === tenant)?.tenantName.trim();
    return name ? quote(name, 40) : undefined;
  };
  return {
    nameOf,
    inText(text, exchange) {
      const name = nameOf(tenantId(exchange));
      return name === undefined ? text : text.replace(/\bthis organisation\b/gi, () => name);
    },
    only: connections.length === 1 ? connections[0]?.tenantId : undefined,
  };
}
