// The organisations that the token can access, from the last `GET /connections` response in the log.

import type { Exchange } from '../model/exchange.ts';
import { parseJsonLenient } from '../text/parse-json.ts';

export interface KnownConnections {
  readonly exchangeId: number;
  readonly connections: readonly Connection[];
}

/** Ids in lower case. */
interface Connection {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
}

/** `undefined` if the log has no readable response. */
export function readConnections(exchanges: readonly Exchange[]): KnownConnections | undefined {
  for (let i = exchanges.length - 1; i >= 0; i--) {
    const exchange = exchanges[i] as Exchange;
    if (!isConnections(exchange)) continue;
    const connections = parseConnections(exchange);
    if (connections.length > 0) return { exchangeId: exchange.id, connections };
  }
  return undefined;
}

/** Whether `readConnections` can use the response. */
export function isConnections(exchange: Exchange): boolean {
  return exchange.response.status === 200 && isConnectionsRequest(exchange);
}

/** Whether the request is `GET /connections`, which has no tenant. */
export function isConnectionsRequest({ match, request }: Exchange): boolean {
  return match.path === undefined && /\/connections\/?(\?|$)/i.test(request.url);
}

function parseConnections({ response: { body } }: Exchange): Connection[] {
  const json = body.kind === 'text' ? parseJsonLenient(body.text) : undefined;
  if (json?.kind !== 'json' || !Array.isArray(json.value)) return [];
  return json.value.flatMap((each: unknown) => {
    const { id, tenantId, tenantName } = (each ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof tenantId !== 'string') return [];
    return [
      {
        id: id.toLowerCase(),
        tenantId: tenantId.toLowerCase(),
        tenantName: typeof tenantName === 'string' ? tenantName : 'an organisation',
      },
    ];
  });
}
