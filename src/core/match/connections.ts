// The organisations that the token can access, from the last `GET /connections` response in the log.

import type { Exchange } from '../model/exchange.ts';
import { parseJsonLenient } from '../text/parse-json.ts';

export interface KnownConnections {
  readonly exchangeId: number;
  readonly connections: readonly Connection[];
}

/** The last readable response of `GET /connections`, which can be an empty list. */
export interface ConnectionsList {
  readonly exchange: Exchange;
  readonly connections: readonly Connection[];
  /** Whether the request was for the connections of one sign-in only. */
  readonly isFiltered: boolean;
}

/** Ids in lower case. */
interface Connection {
  readonly id: string;
  /** Of the sign-in, which several connections can share. */
  readonly authEventId: string;
  readonly tenantId: string;
  readonly tenantName: string;
}

/** The last list that isn't empty; `undefined` if the log has none. */
export function readConnections(exchanges: readonly Exchange[]): KnownConnections | undefined {
  for (let i = exchanges.length - 1; i >= 0; i--) {
    const exchange = exchanges[i] as Exchange;
    if (!isConnections(exchange)) continue;
    const connections = parseConnections(exchange) ?? [];
    if (connections.length > 0) return { exchangeId: exchange.id, connections };
  }
  return undefined;
}

export function lastConnectionsList(exchanges: readonly Exchange[]): ConnectionsList | undefined {
  for (let i = exchanges.length - 1; i >= 0; i--) {
    const exchange = exchanges[i] as Exchange;
    if (!isConnections(exchange)) continue;
    const connections = parseConnections(exchange);
    const isFiltered = exchange.request.url.includes('?');
    if (connections !== undefined) return { exchange, connections, isFiltered };
  }
  return undefined;
}

/** Whether the response is a list without a connection. */
export function hasNoConnections(exchange: Exchange): boolean {
  return isConnections(exchange) && parseConnections(exchange)?.length === 0;
}

/** Whether `readConnections` can use the response. */
export function isConnections(exchange: Exchange): boolean {
  return isConnectionsRequest(exchange) && exchange.response.status === 200;
}

/** Whether the request is `GET /connections`, which has no tenant. */
export function isConnectionsRequest(exchange: Exchange): boolean {
  // Most requests are to the Projects API, and the whole log is searched: reads no more of them than it must.
  return exchange.match.path === undefined && /\/connections\/?(\?|$)/i.test(exchange.request.url);
}

/** `undefined` unless the body is a list of connections. */
function parseConnections({ response: { body } }: Exchange): Connection[] | undefined {
  const json = body.kind === 'text' ? parseJsonLenient(body.text) : undefined;
  if (json?.kind !== 'json' || !Array.isArray(json.value)) return undefined;
  const connections = json.value.flatMap((each: unknown) => {
    const { id, authEventId, tenantId, tenantName } = (each ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof tenantId !== 'string') return [];
    return [
      {
        id: id.toLowerCase(),
        authEventId: typeof authEventId === 'string' ? authEventId.toLowerCase() : '',
        tenantId: tenantId.toLowerCase(),
        tenantName: typeof tenantName === 'string' ? tenantName : 'an organisation',
      },
    ];
  });
  return connections.length === 0 && json.value.length > 0 ? undefined : connections;
}

/** Whether the request is for one connection, such as `DELETE /connections/{id}`. It has no tenant either. */
export function isOneConnection({ match, request }: Exchange): boolean {
  return match.path === undefined && connectionId(request.url) !== undefined;
}

/** The id in the address, in lower case. */
export function connectionId(url: string): string | undefined {
  return /\/connections\/([\da-f-]{32,36})\/?(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase();
}
