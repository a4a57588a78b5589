// Which calls are attempts at the same thing: a call that failed, and what asked the same again soon after.

import { lowerBound } from '../text/binary-search.ts';
import { waitEndMs } from './limits.ts';
import type { Session } from './session.ts';
import { isBefore, type SessionCall } from './session-call.ts';

export interface Attempts {
  /** At least two, by the time they began; all but the last failed. */
  readonly calls: readonly SessionCall[];
  /** Of the call that was asked for, from 0. */
  readonly index: number;
}

/** A call that comes later than this after a failure, and after any wait that was told, is a new thing. */
export const MAX_RETRY_GAP_MS = 600_000;
/** Longer chains are cut: nobody reads them. */
const MAX_ATTEMPTS = 100;

/** The chain that a call stands in; `undefined` where it stands alone. The same for every call of a chain, whatever came first. */
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

/** The failed call that this one repeats: the last before it that asked the same. */
function previous(session: Session, call: SessionCall): SessionCall | undefined {
  const candidates = [lastBefore(session.sameRequest(call), call), lastBefore(keyMates(session, call), call)];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(a, b)) ? b : a), undefined);
  return nearest && isRepeated(nearest, call) ? nearest : undefined;
}

function next(session: Session, call: SessionCall): SessionCall | undefined {
  if (!call.failed) return undefined;
  const candidates = [firstAfter(session.sameRequest(call), call), firstAfter(keyMates(session, call), call)];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(b, a)) ? b : a), undefined);
  // What follows may repeat a later failure than this one.
  return nearest && isRepeated(call, nearest) && previous(session, nearest) === call ? nearest : undefined;
}

/** With the same key, the same thing is meant even where the body has changed. */
function keyMates(session: Session, { idempotencyKey }: SessionCall): readonly SessionCall[] {
  return idempotencyKey === undefined ? [] : session.withKey(idempotencyKey);
}

function isRepeated(failed: SessionCall, call: SessionCall): boolean {
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

/** The lists are in order of time and hold the call itself. */
function indexOf(calls: readonly SessionCall[], call: SessionCall): number {
  const at = lowerBound(calls.length, (i) => !isBefore(calls[i] as SessionCall, call));
  return calls[at] === call ? at : -1;
}
