// What is known of the tokens of two requests. The tokens themselves are not kept.

import { type Exchange, isStripped, type Token } from '../model/exchange.ts';
import { clockTime } from '../text/clock-time.ts';
import { type ComparedRow, rowOf } from './comparison.ts';

/** Each scope is a row: of long lists only what one of them lacks is of interest. */
export function diffToken(a: Exchange, b: Exchange): ComparedRow[] {
  const [one, other] = [a.request.token, b.request.token];
  if (one === undefined && other === undefined) return [];
  if (one === undefined || other === undefined) return [rowOf('token', one && words(one), other && words(other))];
  if (isStripped(one) || isStripped(other)) return [rowOf('token', words(one), words(other), 'not known of both')];
  const scopes = new Set([...(one.scopes ?? []), ...(other.scopes ?? [])]);
  const rows = [
    rowOf('kind', kinds[one.kind], kinds[other.kind]),
    rowOf('scheme', one.scheme, other.scheme),
    rowOf('fingerprint', one.fingerprint, other.fingerprint),
    rowOf('client id', one.clientId, other.clientId),
    rowOf('issuer', one.issuer, other.issuer),
    expiryRow(a, b),
    ...[...scopes].map((scope) => rowOf(`scope ${scope}`, granted(one, scope), granted(other, scope))),
  ];
  return rows.filter((row) => row.a !== undefined || row.b !== undefined);
}

const kinds = { jwt: 'JWT', opaque: 'not a JWT', missing: 'no token' } as const;

function words(token: Token): string {
  if (isStripped(token)) return 'a token that is not at hand';
  return token.kind === 'missing' ? kinds.missing : `token ${token.fingerprint}, not kept`;
}

function granted({ scopes }: Token, scope: string): string | undefined {
  return scopes?.includes(scope) ? 'granted' : undefined;
}

/** Each token has its own; that it was over when the call was made is another thing. */
function expiryRow(a: Exchange, b: Exchange): ComparedRow {
  const [one, other] = [expiryOf(a), expiryOf(b)];
  const isAlike = one?.isOver === other?.isOver;
  return rowOf('expires', one?.text, other?.text, isAlike ? 'each token has its own' : undefined);
}

function expiryOf({ startedMs, request: { token } }: Exchange): { text: string; isOver: boolean } | undefined {
  if (token?.expiresMs === undefined) return undefined;
  const isOver = token.expiresMs <= startedMs;
  return { text: `${clockTime(token.expiresMs)}${isOver ? ', before the call' : ''}`, isOver };
}
