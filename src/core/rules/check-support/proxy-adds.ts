// Whether a proxy adds the token or the tenant: requests through it worked without them.

import { isAccepted } from '../../diagnose/outcome.ts';
import { type Exchange, hasHeader, isDirectToXero } from '../../model/exchange.ts';
import { issuer } from './token.ts';

export type AddedByProxy = 'token' | 'tenant';

/** A single success may be a response of the proxy itself. */
const MIN_SUCCESSES = 3;
/** Older exchanges aren't searched. */
const MAX_SEARCHED = 5_000;

/**
 * The last earlier request through the same proxy that worked without the token or tenant; `undefined` if too few did, or if this request has
 * its own. `earlier` is in order of time.
 */
export function lastWithout(
  what: AddedByProxy,
  exchange: Exchange,
  earlier: readonly Exchange[],
): Exchange | undefined {
  if (!isWithout(what, exchange)) return undefined;
  const origin = originOf(exchange);
  let last: Exchange | undefined;
  let count = 0;
  const end = Math.max(0, earlier.length - MAX_SEARCHED);
  for (let i = earlier.length - 1; i >= end && count < MIN_SUCCESSES; i--) {
    const each = earlier[i] as Exchange;
    if (!isWithout(what, each) || originOf(each) !== origin || !isAccepted(each)) continue;
    last ??= each;
    count++;
  }
  return count < MIN_SUCCESSES ? undefined : last;
}

/** The first requests through each proxy that worked without token or tenant: enough for `lastWithout`, in order of time. */
export function firstSuccessesWithout(exchanges: readonly Exchange[]): ReadonlySet<Exchange> {
  const found = new Set<Exchange>();
  const counts = new Map<string, number>();
  for (const each of exchanges) {
    for (const what of ['token', 'tenant'] as const) {
      if (!isWithout(what, each)) continue;
      const key = `${what} ${originOf(each)}`;
      const count = counts.get(key) ?? 0;
      if (count >= MIN_SUCCESSES || !isAccepted(each)) continue;
      counts.set(key, count + 1);
      found.add(each);
    }
  }
  return found;
}

/** Whether a request through a proxy had no token of Xero's, or no tenant. */
function isWithout(what: AddedByProxy, exchange: Exchange): boolean {
  const { match, request } = exchange;
  if (isDirectToXero(exchange) || match.path === undefined) return false;
  if (what === 'tenant') return !hasHeader(request.headers, 'xero-tenant-id');
  return request.token === undefined || request.token.kind === 'missing' || isOfOther(request.token);
}

/** An app's own token, meant for its proxy. */
function isOfOther(token: NonNullable<Exchange['request']['token']>): boolean {
  return token.kind === 'jwt' && token.issuer !== undefined && token.issuer !== issuer;
}

/** The scheme and host of the request’s URL, in lower case. */
export function originOf({ request: { url } }: Exchange): string {
  return /^https?:\/\/[^/?#]*/i.exec(url)?.[0].toLowerCase() ?? '';
}
