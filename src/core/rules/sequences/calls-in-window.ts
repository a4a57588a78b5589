// Requests of the same tenant around one request.

import type { Session } from '../../session/session.ts';
import type { SessionCall } from '../../session/session-call.ts';
import { lowerBound } from '../../text/binary-search.ts';

/** More requests than this are a storm, which needn't be examined whole. */
const MAX_CALLS = 2_000;

/** Those that started within `windowMs` before or after it, in order of time. */
export function callsInWindow(session: Session, call: SessionCall, windowMs: number): SessionCall[] {
  const calls = session.tenants.get(call.tenant)?.calls ?? [];
  const from = lowerBound(calls.length, (i) => !((calls[i] as SessionCall).startedMs < call.startedMs - windowMs));
  const near: SessionCall[] = [];
  for (let i = from; i < calls.length && near.length < MAX_CALLS; i++) {
    const each = calls[i] as SessionCall;
    if (each.startedMs > call.startedMs + windowMs) break;
    near.push(each);
  }
  return near;
}
