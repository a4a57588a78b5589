// The way of one call through Xero's gateway: token, scope, tenant and limits, and only then the API.

import { randomUUID } from 'node:crypto';
import { type Answer, headerOf, type Question } from '../http/http-response.ts';
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
  tenantRefused,
  tokenExpired,
  tokenInvalid,
} from './gateway-refusals.ts';
import { type Admission, createLimits, type Limits } from './limits.ts';
import type { Tokens } from './tokens.ts';

export interface GatewayOptions extends ApiOptions {
  readonly limits: Limits;
  readonly tokens: Tokens;
}

/** `work` resolves once the call may be answered or is given up; until then it counts as in progress. */
export type Gateway = (question: Question, work: () => Promise<void>) => Promise<Answer>;

/** A Xero with fresh data and full limits. */
export function createGateway({ limits, tokens, ...apiOptions }: GatewayOptions): Gateway {
  const { now } = apiOptions;
  const admit = createLimits(limits, now);
  const stores = createStores();
  const api = createApi(apiOptions);

  return async (question, work) => {
    const stamp: Stamp = { correlationId: randomUUID(), atMs: now() };
    const { pathname } = new URL(question.path, 'https://api.xero.com');
    const isConnections = pathname.toLowerCase() === '/connections';
    const isKnown = isConnections || pathname.toLowerCase().startsWith(`${root}/`);
    // Xero answers no CORS: a preflight finds nothing.
    if (!isKnown || question.method === 'OPTIONS') return answerOf(stamp, undefined, notFound);

    const token = tokens.read(headerOf(question.headers, 'authorization'));
    if (token.kind === 'invalid') return tokenInvalid(stamp);
    if (token.kind === 'expired') return tokenExpired(stamp, token.expiresMs);

    const found = route(question.method, pathname);
    const scopes = isConnections || !('scopes' in found) ? undefined : found.scopes;
    const isScoped = scopes === undefined || scopes.some((scope) => token.scopes.includes(scope));
    const store = isConnections ? undefined : stores.get(tenantOf(question));

    const admission = admit(token.clientId, isScoped ? store?.organisation.tenantId : undefined);
    try {
      const { remaining, refusal } = admission;
      if (refusal) return limitReached(stamp, remaining, refusal);
      if (!isScoped) return scopeMissing(stamp, remaining);
      if (isConnections) return answerOf(stamp, remaining, ok(connectionsOf([...stores.values()], now())));
      if (store === undefined) return tenantRefused(stamp, remaining);
      await work();
      return answerOf(stamp, remaining, api(question, found, { app: token.clientId, store }));
    } finally {
      admission.release();
    }
  };
}

function tenantOf(question: Question): string {
  return headerOf(question.headers, 'xero-tenant-id')?.toLowerCase() ?? '';
}

function answerOf(
  { correlationId, atMs }: Stamp,
  remaining: Admission['remaining'] | undefined,
  { status, content }: Outcome,
): Answer {
  const headers = apiHeaders(correlationId, remaining, atMs);
  if (content === undefined) return { status, headers, body: '' };
  return { status, headers: [['content-type', content.type], ...headers], body: content.text };
}
