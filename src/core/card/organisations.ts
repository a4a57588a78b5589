// The names of organisations, from the responses of GET /connections.

import { type KnownConnections, readConnections } from '../match/connections.ts';
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

/** `exchanges` are the log, in order of time. They are searched only when a name is needed. */
export function createOrganisationNames(exchanges: readonly Exchange[]): OrganisationNames {
  let known: KnownConnections['connections'] | undefined;
  const connections = () => {
    known ??= readConnections(exchanges)?.connections ?? [];
    return known;
  };
  const nameOf = (tenant: string | undefined) => {
    const name = connections()
      .find(({ tenantId }) => tenantId === tenant)
      ?.tenantName.trim();
    return name ? quote(name, 40) : undefined;
  };
  return {
    nameOf,
    inText: (text, exchange) => text.replace(/\bthis organisation\b/gi, (found) => nameOf(tenantId(exchange)) ?? found),
    get only() {
      const [first, ...others] = connections();
      return others.length === 0 ? first?.tenantId : undefined;
    },
  };
}
