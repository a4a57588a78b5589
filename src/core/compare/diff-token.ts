// Compares what is known about two requests' tokens. The tokens themselves are not stored.

import { type Exchange, isStripped, type Token } from '../model/exchange.ts';
import { clockTime } from '../text/clock-time.ts';
import { type ComparedRow, createRow } from './comparison.ts';

/** Has a row per scope, to show the scopes that only one of the tokens has. */
export function diffToken(a: Exchange, b: Exchange): ComparedRow[] {
  const [one, other] = [a.request.token, b.request.token];
  if (one === undefined && other === undefined) return [];
  if (one === undefined || other === undefined)
    return [createRow('token', one && describeToken(one), other && describeToken(other))];
  if (isStripped(one) || isStripped(other))
    return [createRow('token', describeToken(one), describeToken(other), 'can’t be compared')];
  const scopes = new Set([...(one.scopes ?? []), ...(other.scopes ?? [])]);
  const rows = [
    createRow('kind', kinds[one.kind], kinds[other.kind]),
    createRow('scheme', one.scheme, other.scheme),
    createRow('fingerprint', one.fingerprint, other.fingerprint),
    createRow('client ID', one.clientId, other.clientId),
    createRow('audience', one.audience && audiences[one.audience], other.audience && audiences[other.audience]),
    createRow('issuer', one.issuer, other.issuer),
    expiryRow(a, b),
    ...[...scopes].map((scope) => createRow(`scope ${scope}`, formatScope(one, scope), formatScope(other, scope))),
  ];
  return rows.filter((row) => row.a !== undefined || row.b !== undefined);
}

const kinds = { jwt: 'JWT', opaque: 'not a JWT', missing: 'no token' } as const;

const audiences = { api: 'Xero’s API', app: 'the app itself', other: 'another service' } as const;

function describeToken(token: Token): string {
  if (isStripped(token)) return 'token value unavailable';
  return token.kind === 'missing' ? kinds.missing : `token ${token.fingerprint}, redacted`;
}

function formatScope({ scopes }: Token, scope: string): string | undefined {
  return scopes?.includes(scope) ? 'granted' : undefined;
}

/** A different expiry is expected, unless only one of the tokens had expired when it was sent. */
function expiryRow(a: Exchange, b: Exchange): ComparedRow {
  const [one, other] = [expiryOf(a), expiryOf(b)];
  const isSameState = one?.isExpired === other?.isExpired;
  return createRow('expires', one?.text, other?.text, isSameState ? 'differs for each token' : undefined);
}

function expiryOf({ startedMs, request: { token } }: Exchange): { text: string; isExpired: boolean } | undefined {
  if (token?.expiresMs === undefined) return undefined;
  const isExpired = token.expiresMs <= startedMs;
  return { text: `${clockTime(token.expiresMs)}${isExpired ? ', before the request' : ''}`, isExpired };
}
