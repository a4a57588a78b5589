// The most recently active tenants of a session.

import type { Session, TenantExchanges } from './session.ts';

/** At most `max` tenants, in the order in which they were first seen so that none jumps at each request. */
export function recentTenants(session: Session, max: number): TenantExchanges[] {
  const all = [...session.tenants.values()];
  if (all.length <= max) return all;
  const recent = new Set([...all].sort((a, b) => lastMs(b) - lastMs(a)).slice(0, max));
  return all.filter((each) => recent.has(each));
}

function lastMs({ exchanges }: TenantExchanges): number {
  return exchanges.at(-1)?.startedMs ?? 0;
}
