// Builds sequences of exchanges for tests, by start, duration and response.

import type { Exchange, Token } from '../core/model/exchange.ts';
import { createSession, type MutableSession } from '../core/session/session.ts';
import { type ExchangeOptions, exchange, root } from './exchange.ts';

export interface TimedExchangeOptions extends Omit<ExchangeOptions, 'startedMs'> {
  /** Seconds since the sequence began. */
  readonly at: number;
  readonly tenant?: string;
  readonly path?: string;
  /** Fingerprint of the access token. */
  readonly fingerprint?: string;
}

export const beginMs = Date.UTC(2026, 10, 22, 14, 0, 0);
export const tenantA = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';

/** Ids are assigned in list order, starting at 1. */
export function timedExchanges(list: readonly TimedExchangeOptions[]): Exchange[] {
  return list.map(({ at, tenant = tenantA, path = '/Projects', fingerprint, ...options }, index) => {
    const made = exchange({
      id: index + 1,
      url: `${root}${path}`,
      ...options,
      startedMs: beginMs + at * 1000,
      sentHeaders: { 'xero-tenant-id': tenant, ...options.sentHeaders },
    });
    return fingerprint === undefined
      ? made
      : { ...made, request: { ...made.request, token: unreadableToken(fingerprint) } };
  });
}

export function sessionOf(exchanges: readonly Exchange[]): MutableSession {
  const session = createSession();
  for (const each of exchanges) session.put(each);
  return session;
}

/** A token of which only the fingerprint is known. */
export function unreadableToken(fingerprint: string): Token {
  const unknown = {
    issuer: undefined,
    clientId: undefined,
    scopes: undefined,
    notBeforeMs: undefined,
    expiresMs: undefined,
  };
  return { kind: 'jwt', scheme: 'Bearer', fingerprint, length: 1_200, ...unknown };
}
