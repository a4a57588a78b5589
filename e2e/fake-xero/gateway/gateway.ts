// The checks of Xero's gateway before a request reaches the API: token, scope, tenant and limits.

import { randomUUID } from 'node:crypto';
import { type HttpRequest, type HttpResponse, headerOf } from '../http/http-messages.ts';
import { type ApiOptions, createApi } from '../operations/api.ts';
import { root, route } from '../operations/operations.ts';
import { notFound, type Outcome, ok } from '../operations/outcome.ts';
import { createStores } from '../operations/store.ts';
import { connectionsOf } from './connections.ts';
import { apiHeaders } from './gateway-headers.ts';
import {
  limitReached,
  type Stamp,
  scopeMissing,
  tenantRejected,
  tokenExpired,
  tokenInvalid,
} from './gateway-rejections.ts';
import { type Admission, createLimits, type Limits } from './limits.ts';
import type { Tokens } from './tokens.ts';

export interface GatewayOptions extends ApiOptions {
  readonly limits: Limits;
  readonly tokens: Tokens;
}

/** `work` resolves when the response may be sent or the client has disconnected; until then the request counts as in progress. */
export type Gateway = (request: HttpRequest, work: () => Promise<void>) => Promise<HttpResponse>;

/** A gateway with the initial data and full limits. */
export function createGateway({ limits, tokens, ...apiOptions }: GatewayOptions): Gateway {
  const { now } = apiOptions;
  const admit = createLimits(limits, now);
  const stores = createStores();
  const api = createApi(apiOptions);

  return async (request, work) => {
    const stamp: Stamp = { correlationId: randomUUID(), atMs: now() };
    const { pathname } = new URL(request.path, 'https://api.xero.com');
    const isConnections = pathname.toLowerCase() === '/connections';
    const isKnown = isConnections || pathname.toLowerCase().startsWith(`${root}/`);
    // Xero does not support CORS: a preflight gets a 404.
    if (!isKnown || request.method === 'OPTIONS') return responseOf(stamp, undefined, notFound);

    const token = tokens.read(headerOf(request.headers, 'authorization'));
    if (token.kind === 'invalid') return tokenInvalid(stamp);
    if (token.kind === 'expired') return tokenExpired(stamp, token.expiresMs);

    const found = route(request.method, pathname);
    const scopes = isConnections || !('scopes' in found) ? undefined : found.scopes;
    const isScoped = scopes === undefined || scopes.some((scope) => token.scopes.includes(scope));
    const store = isConnections ? undefined : stores.get(tenantOf(request));

    const admission = admit(token.clientId, isScoped ? store?.organisation.tenantId : undefined);
    try {
      const { remaining, rejection } = admission;
      if (rejection) return limitReached(stamp, remaining, rejection);
      if (!isScoped) return scopeMissing(stamp, remaining);
      if (isConnections) return responseOf(stamp, remaining, ok(connectionsOf([...stores.values()], now())));
      if (store === undefined) return tenantRejected(stamp, remaining);
      await work();
      return responseOf(stamp, remaining, api(request, found, { app: token.clientId, store }));
    } finally {
      admission.release();
    }
  };
}

function tenantOf(request: HttpRequest): string {
  return headerOf(request.headers, 'xero-tenant-id')?.toLowerCase() ?? '';
}

function responseOf(
  { correlationId, atMs }: Stamp,
  remaining: Admission['remaining'] | undefined,
  { status, content }: Outcome,
): HttpResponse {
  const headers = apiHeaders(correlationId, remaining, atMs);
  if (content === undefined) return { status, headers, body: '' };
  return { status, headers: [['content-type', content.type], ...headers], body: content.text };
}
