// Chains of attempts: a failed request and the same request again soon after.

import { lowerBound } from '../text/binary-search.ts';
import type { ExchangeSummary } from './exchange-summary.ts';
import type { Session } from './session.ts';
import { isBefore, waitEndMs } from './summary-times.ts';

export interface Attempts {
  /** At least two, by start time. All but the last failed. */
  readonly exchanges: readonly ExchangeSummary[];
  /** Index of the given request. */
  readonly index: number;
}

/** The longest time after a failure and its Retry-After at which the same request is a retry. */
export const MAX_RETRY_GAP_MS = 600_000;
/** The same for a request without a body, which may well be repeated for another reason. */
const MAX_READ_RETRY_GAP_MS = 30_000;
/** After a status that invites a later retry, when there was no Retry-After. */
const readRetryGapsMs: ReadonlyMap<number, number> = new Map([
  [429, 120_000],
  [503, MAX_RETRY_GAP_MS],
]);
/** After a Retry-After, for the random part of the pause: fixed, and as a share of the wait. */
const JITTER_MS = 16_000;
const JITTER_SHARE = 0.1;
/** Longer chains are cut off on both sides of the given request. */
const MAX_ATTEMPTS = 100;

/** The chain of a request; `undefined` for a request that was sent once. The same for every request of the chain. */
export function attemptsOf(session: Session, id: number): Attempts | undefined {
  const summary = session.get(id);
  if (summary === undefined) return undefined;
  const before: ExchangeSummary[] = [];
  for (let each = previous(session, summary); each && before.length < MAX_ATTEMPTS; each = previous(session, each)) {
    before.unshift(each);
  }
  const after: ExchangeSummary[] = [];
  for (let each = next(session, summary); each && after.length < MAX_ATTEMPTS; each = next(session, each)) {
    after.push(each);
  }
  if (before.length + after.length === 0) return undefined;
  return { exchanges: [...before, summary, ...after], index: before.length };
}

/** The failed request that this one repeats. */
function previous(session: Session, summary: ExchangeSummary): ExchangeSummary | undefined {
  const candidates = [
    lastBefore(session.sameRequest(summary), summary),
    lastBefore(exchangesWithSameKey(session, summary), summary),
  ];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(a, b)) ? b : a), undefined);
  return nearest && isRetryOf(nearest, summary) ? nearest : undefined;
}

function next(session: Session, summary: ExchangeSummary): ExchangeSummary | undefined {
  if (!summary.failed) return undefined;
  const candidates = [
    firstAfter(session.sameRequest(summary), summary),
    firstAfter(exchangesWithSameKey(session, summary), summary),
  ];
  const nearest = candidates.reduce((a, b) => (b && (!a || isBefore(b, a)) ? b : a), undefined);
  // The next one may repeat a later failure.
  return nearest && isRetryOf(summary, nearest) && previous(session, nearest) === summary ? nearest : undefined;
}

/** The same key means the same intent, even with a changed body. */
function exchangesWithSameKey(session: Session, { idempotencyKey }: ExchangeSummary): readonly ExchangeSummary[] {
  return idempotencyKey === undefined ? [] : session.withKey(idempotencyKey);
}

function isRetryOf(failed: ExchangeSummary, summary: ExchangeSummary): boolean {
  return failed.failed && summary.startedMs <= Math.max(failed.endMs, waitEndMs(failed)) + maxGapMs(failed, summary);
}

/** A request without a body or a common key is a retry only if it comes when the failure invited one, or soon. */
function maxGapMs(failed: ExchangeSummary, summary: ExchangeSummary): number {
  const { retryAfterSeconds, status } = failed;
  if (summary.body !== '' || hasSameKey(failed, summary)) return MAX_RETRY_GAP_MS;
  if (retryAfterSeconds !== undefined) {
    return Math.min(MAX_RETRY_GAP_MS, JITTER_MS + retryAfterSeconds * 1000 * JITTER_SHARE);
  }
  return readRetryGapsMs.get(status) ?? MAX_READ_RETRY_GAP_MS;
}

/**
 * The attempts before the one at `index` that may have written the same, because no common Idempotency-Key ties them to it. Only of a
 * POST: it makes another record each time.
 */
export function unguardedWrites({ exchanges }: Attempts, index: number): readonly ExchangeSummary[] {
  const last = exchanges[index];
  if (last === undefined || !last.request.startsWith('POST ')) return [];
  return exchanges.slice(0, index).filter((each) => each.mayHaveWritten && !hasSameKey(each, last));
}

/** Whether Xero takes the second for a repetition of the first. */
export function hasSameKey(a: ExchangeSummary, b: ExchangeSummary): boolean {
  return a.idempotencyKey !== undefined && a.idempotencyKey === b.idempotencyKey;
}

function lastBefore(exchanges: readonly ExchangeSummary[], summary: ExchangeSummary): ExchangeSummary | undefined {
  const at = indexInOrder(exchanges, summary);
  return at > 0 ? exchanges[at - 1] : undefined;
}

function firstAfter(exchanges: readonly ExchangeSummary[], summary: ExchangeSummary): ExchangeSummary | undefined {
  const at = indexInOrder(exchanges, summary);
  return at === -1 ? undefined : exchanges[at + 1];
}

/** In a list in order of time; -1 if it isn't there. */
export function indexInOrder(exchanges: readonly ExchangeSummary[], summary: ExchangeSummary): number {
  const at = lowerBound(exchanges.length, (i) => !isBefore(exchanges[i] as ExchangeSummary, summary));
  return exchanges[at] === summary ? at : -1;
}
