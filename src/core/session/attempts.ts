// Chains of attempts: a failed request and the same request again soon after.

import { lowerBound } from '../text/binary-search.ts';
import { waitEndMs } from './limits.ts';
import type { Session } from './session.ts';
import { isBefore, type SessionCall } from './session-call.ts';

export interface Attempts {
  /** At least two, by start time. All but the last failed. */
  readonly calls: readonly SessionCall[];
  /** Index of the given request. */
  readonly index: number;
}

/** Later than this after a failure and its Retry-After, the same request isn't a retry. */
export const MAX_RETRY_GAP_MS = 600_000;
/** Longer chains are cut off on both sides of the given request. */
const MAX_ATTEMPTS = 100;

/** The chain of a request; `undefined` for a request that was sent once. The same for every request of the chain. */
export function attemptsOf(session: Session, id: number): Attempts | undefined {
  const call = session.get(id);
  if (call === undefined) return undefined;
  const before: SessionCall[] = [];
  for (let each = previous(session, call); each && before.length < MAX_ATTEMPTS; each = previous(session, each)) {
    before.unshift(each);
  }
  const after: SessionCall[] = [];
  for (let each = next(session, call); each && after.length < MAX_ATTEMPTS; each = next(session, each)) {
    after.push(each);
  }
  if (before.length + after.length === 0) return undefined;
  return { calls: [...before, call, ...after], index: before.length };
}

/** The failed request that this one repeats. */
function previous(session: Session, call: SessionCall): SessionCall | undefined {
  const candidates = [lastBefore(session.sameRequest(call), call), lastBefore(callsWithSameKey(session, call), call)];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(a, b)) ? b : a), undefined);
  return nearest && isRetryOf(nearest, call) ? nearest : undefined;
}

function next(session: Session, call: SessionCall): SessionCall | undefined {
  if (!call.failed) return undefined;
  const candidates = [firstAfter(session.sameRequest(call), call), firstAfter(callsWithSameKey(session, call), call)];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(b, a)) ? b : a), undefined);
  // The next one may repeat a later failure.
  return nearest && isRetryOf(call, nearest) && previous(session, nearest) === call ? nearest : undefined;
}

/** The same key means the same intent, even with a changed body. */
function callsWithSameKey(session: Session, { idempotencyKey }: SessionCall): readonly SessionCall[] {
  return idempotencyKey === undefined ? [] : session.withKey(idempotencyKey);
}

function isRetryOf(failed: SessionCall, call: SessionCall): boolean {
  return failed.failed && call.startedMs <= Math.max(failed.endMs, waitEndMs(failed)) + MAX_RETRY_GAP_MS;
}

function lastBefore(calls: readonly SessionCall[], call: SessionCall): SessionCall | undefined {
  const at = indexOf(calls, call);
  return at > 0 ? calls[at - 1] : undefined;
}

function firstAfter(calls: readonly SessionCall[], call: SessionCall): SessionCall | undefined {
  const at = indexOf(calls, call);
  return at === -1 ? undefined : calls[at + 1];
}

/** The lists are in order of time and contain the request itself. */
function indexOf(calls: readonly SessionCall[], call: SessionCall): number {
  const at = lowerBound(calls.length, (i) => !isBefore(calls[i] as SessionCall, call));
  return calls[at] === call ? at : -1;
}
