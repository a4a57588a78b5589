// Chooses the exchange to compare another with.

import { hasFailed } from '../diagnose/outcome.ts';
import { type Exchange, tenantId } from '../model/exchange.ts';
import { indexOfId } from '../model/index-of-id.ts';

/**
 * For a failed exchange, returns the last success of the same operation before it, or else the first after it; each time preferring its index
 * tenant. For a success, does the same with failures. `exchanges` is the log, sorted by time. `failed`: pass what is known already, because
 * finding it out may parse a body.
 */
export function findCounterpart(
  exchange: Exchange,
  exchanges: readonly Exchange[],
  failed: (each: Exchange) => boolean = (each) => hasFailed(each),
): Exchange | undefined {
  const wantsFailure = !failed(exchange);
  return findNearest(exchange, exchanges, (each) => failed(each) === wantsFailure);
}

/** Any other exchange of the same operation, whatever its outcome: the nearest before it, or else after it. */
export function findSameOperation(exchange: Exchange, exchanges: readonly Exchange[]): Exchange | undefined {
  return findNearest(exchange, exchanges, () => true);
}

/** Limits the search to the nearest exchanges of an operation: those further away are less relevant. */
const MAX_EXAMINED = 5_000;

const MAX_CANDIDATES = 30;

/** The latest other exchanges of the same operation, sorted by time. */
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
  isWanted: (each: Exchange) => boolean,
): Exchange | undefined {
  const index = indexOfId(exchanges, exchange.id);
  const at = index === -1 ? exchanges.length : index;
  return (
    findPreferringTenant(exchange, exchanges, { from: at - 1, step: -1 }, isWanted) ??
    findPreferringTenant(exchange, exchanges, { from: at + 1, step: 1 }, isWanted)
  );
}

function findPreferringTenant(
  exchange: Exchange,
  exchanges: readonly Exchange[],
  { from, step }: { from: number; step: 1 | -1 },
  isWanted: (each: Exchange) => boolean,
): Exchange | undefined {
  const tenant = tenantId(exchange);
  let ofAnyTenant: Exchange | undefined;
  for (let i = from, examined = 0; i >= 0 && i < exchanges.length && examined < MAX_EXAMINED; i += step) {
    const each = exchanges[i] as Exchange;
    if (!isSameOperation(exchange, each)) continue;
    examined++;
    if ((ofAnyTenant && tenantId(each) !== tenant) || !isWanted(each)) continue;
    if (tenantId(each) === tenant) return each;
    ofAnyTenant = each;
  }
  return ofAnyTenant;
}

/** Compares operations; without an operation, method and path. False for the exchange itself. */
function isSameOperation(a: Exchange, b: Exchange): boolean {
  if (a.id === b.id || a.match.operation !== b.match.operation) return false;
  if (a.match.operation !== undefined) return true;
  return a.request.method === b.request.method && pathOf(a) === pathOf(b);
}

function pathOf({ match, request }: Exchange): string {
  return match.path ?? request.url.split('?')[0] ?? '';
}
