// Builds sequences of calls for tests: when each began, how long it took and what it was answered.

import type { Exchange, Token } from '../core/model/exchange.ts';
import { createSession, type MutableSession } from '../core/session/session.ts';
import { type ExchangeOptions, exchange, root } from './exchange.ts';

export interface CallWish extends Omit<ExchangeOptions, 'startedMs'> {
  /** Seconds after the beginning of the sequence. */
  readonly at: number;
  readonly tenant?: string;
  readonly path?: string;
  /** Of its access token. */
  readonly fingerprint?: string;
}

export const beginMs = Date.UTC(2026, 10, 22, 14, 0, 0);
export const tenantA = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';

/** Ids are given in the order of the list, from 1. */
export function calls(wishes: readonly CallWish[]): Exchange[] {
  return wishes.map(({ at, tenant = tenantA, path = '/Projects', fingerprint, ...wish }, index) => {
    const made = exchange({
      id: index + 1,
      url: `${root}${path}`,
      ...wish,
      startedMs: beginMs + at * 1000,
      sentHeaders: { 'xero-tenant-id': tenant, ...wish.sentHeaders },
    });
    return fingerprint === undefined ? made : { ...made, request: { ...made.request, token: tokenOf(fingerprint) } };
  });
}

export function sessionOf(exchanges: readonly Exchange[]): MutableSession {
  const session = createSession();
  for (const each of exchanges) session.put(each);
  return session;
}

function tokenOf(fingerprint: string): Token {
  const unknown = {
    issuer: undefined,
    clientId: undefined,
    scopes: undefined,
    notBeforeMs: undefined,
    expiresMs: undefined,
  };
  return { kind: 'jwt', scheme: 'Bearer', fingerprint, length: 1_200, ...unknown };
}
