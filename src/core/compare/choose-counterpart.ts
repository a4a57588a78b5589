// Which exchange to hold another against.

import { hasFailed } from '../diagnose/outcome.ts';
import { type Exchange, tenantId } from '../model/exchange.ts';

/**
 * For a call that failed, the last of the same operation that worked before it, of its own tenant if there is one; else the first that
 * worked after it. For one that worked, so with those that failed. `exchanges` is the log, by time.
 */
export function findCounterpart(exchange: Exchange, exchanges: readonly Exchange[]): Exchange | undefined {
  const failed = hasFailed(exchange);
  return findNearest(exchange, exchanges, (each) => hasFailed(each) !== failed);
}

/** Any other of the same operation, the nearest before it first: what there is where both worked, or both failed. */
export function findSameOperation(exchange: Exchange, exchanges: readonly Exchange[]): Exchange | undefined {
  return findNearest(exchange, exchanges, () => true);
}

/** The next of these say enough of an operation: a call further away is of another time. */
const MAX_COMPARED = 5_000;

const MAX_CANDIDATES = 30;

/** The others of the same operation, the last ones, by time. */
export function candidatesFor(exchange: Exchange, exchanges: readonly Exchange[]): Exchange[] {
  const found: Exchange[] = [];
  for (let i = exchanges.length - 1; i >= 0 && found.length < MAX_CANDIDATES; i--) {
    const each = exchanges[i] as Exchange;
    if (isSameOperation(exchange, each)) found.push(each);
  }
  return found.reverse();
}

function findNearest(
  exchange: Exchange,
  exchanges: readonly Exchange[],
  fits: (each: Exchange) => boolean,
): Exchange | undefined {
  const own = exchanges.findIndex(({ id }) => id === exchange.id);
  const at = own === -1 ? exchanges.length : own;
  return (
    findPreferringTenant(exchange, exchanges, { from: at - 1, step: -1 }, fits) ??
    findPreferringTenant(exchange, exchanges, { from: at + 1, step: 1 }, fits)
  );
}

function findPreferringTenant(
  exchange: Exchange,
  exchanges: readonly Exchange[],
  { from, step }: { from: number; step: 1 | -1 },
  fits: (each: Exchange) => boolean,
): Exchange | undefined {
  const tenant = tenantId(exchange);
  let ofAnyTenant: Exchange | undefined;
  for (let i = from, looked = 0; i >= 0 && i < exchanges.length && looked < MAX_COMPARED; i += step) {
    const each = exchanges[i] as Exchange;
    if (!isSameOperation(exchange, each)) continue;
    looked++;
    if ((ofAnyTenant && tenantId(each) !== tenant) || !fits(each)) continue;
    if (tenantId(each) === tenant) return each;
    ofAnyTenant = each;
  }
  return ofAnyTenant;
}

/** Of the same operation; of calls that are none, the same method and path. Never the exchange itself. */
function isSameOperation(a: Exchange, b: Exchange): boolean {
  if (a.id === b.id || a.match.operation !== b.match.operation) return false;
  if (a.match.operation !== undefined) return true;
  return a.request.method === b.request.method && pathOf(a) === pathOf(b);
}

function pathOf({ match, request }: Exchange): string {
  return match.path ?? request.url.split('?')[0] ?? '';
}
