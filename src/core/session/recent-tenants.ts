// The tenants of a session that are worth showing where not all of them can be.

import type { Session, TenantCalls } from './session.ts';

/** The `most` that were called last, in the order in which they were first seen: none jumps at each call. */
export function recentTenants(session: Session, most: number): TenantCalls[] {
  const all = [...session.tenants.values()];
  if (all.length <= most) return all;
  const recent = new Set([...all].sort((a, b) => lastMs(b) - lastMs(a)).slice(0, most));
  return all.filter((each) => recent.has(each));
}

function lastMs({ calls }: TenantCalls): number {
  return calls.at(-1)?.startedMs ?? 0;
}
