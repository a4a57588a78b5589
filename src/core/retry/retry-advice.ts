// Whether and when to retry a request: combines the catalogue's policy, the response headers, and the risk of duplicates.

import { type Citation, idempotency } from '../../catalogue/citation.ts';
import { IDEMPOTENCY_KEY_SECONDS } from '../../catalogue/constants.ts';
import { type OperationRow, operations } from '../../catalogue/operations.ts';
import { rateLimit } from '../../catalogue/rate-limits.ts';
import type { BackOff, RetryAction } from '../../catalogue/retry-policy.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { isFromXero } from '../diagnose/origin.ts';
import { type NoSideEffect, noSideEffectReason } from '../diagnose/side-effects.ts';
import { retryAfter } from '../http/retry-after.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import { type Attempts, unguardedWrites } from '../session/attempts.ts';
import type { ExchangeSummary } from '../session/exchange-summary.ts';
import { clockTime } from '../text/clock-time.ts';
import { CLOCK_TOLERANCE_MS } from '../text/time.ts';
import { idempotencyOutcome } from './idempotency.ts';

export interface RetryAdvice {
  /** `read-back`: this try worked, but an earlier one may have written the same. */
  readonly kind: RetryAction['kind'] | 'read-back';
  /** Seconds from the end of the response; `undefined` if unknown. */
  readonly seconds: number | undefined;
  /** The end of that time, ms since the epoch. Also `undefined` if the time of the response is unknown, or in the future. */
  readonly untilMs: number | undefined;
  readonly source: 'Retry-After' | 'documentation' | undefined;
  readonly backOff: BackOff | undefined;
  /** One imperative sentence from the catalogue. */
  readonly text: string;
  /** `undefined` if no retry is needed. */
  readonly safety: RepeatSafety | undefined;
  /** Further sentences: an unusable header, the effect of an Idempotency-Key. */
  readonly notes: readonly string[];
  /** Citations of the policy, and of idempotency if a key was sent. */
  readonly citations: readonly Citation[];
}

interface RepeatSafety {
  readonly kind: 'safe' | 'may-duplicate';
  readonly reason: string;
}

/** `nowMs` determines whether an Idempotency-Key is still valid, and whether the clock was set back; `attempts` contain its first use. */
export function retryAdvice(exchange: Exchange, diagnosis: Diagnosis, nowMs: number, attempts?: Attempts): RetryAdvice {
  const { action, advice: text, citation, limit } = diagnosis.row.retry;
  const endMs = exchange.startedMs + (exchange.durationMs ?? 0);
  const retryHeader = waits(action) ? retryAfter(diagnosis.evidence.headers, endMs, limit) : undefined;
  const seconds = retryHeader?.seconds ?? (action.kind === 'wait' ? action.seconds : undefined);
  const mayBeDuplicate = isPossibleDuplicate(exchange, attempts);
  const kind = kindOf(action, seconds, mayBeDuplicate);
  return {
    kind,
    seconds,
    untilMs:
      seconds === undefined || Number.isNaN(endMs) || isFuture(exchange, nowMs) ? undefined : endMs + seconds * 1000,
    source: seconds === undefined ? undefined : retryHeader?.seconds === undefined ? 'documentation' : 'Retry-After',
    backOff: kind === 'back-off' && action.kind === 'back-off' ? action : undefined,
    text: kind === 'read-back' ? READ_BACK_TEXT : text,
    safety: kind === 'not-needed' ? undefined : safety(exchange, diagnosis, nowMs, attempts),
    notes: [
      ...(retryHeader?.problem ? [retryHeader.problem] : []),
      ...(seconds === undefined && limit !== undefined ? [rateLimit(limit).wait] : []),
      ...(mayBeDuplicate && kind !== 'read-back' ? [EARLIER_TRY_NOTE] : []),
      ...keyNotes(exchange, diagnosis, nowMs, attempts),
    ],
    citations:
      (keyOf(exchange) === undefined || kind === 'not-needed') && !mayBeDuplicate
        ? [citation]
        : [citation, idempotency],
  };
}

const READ_BACK_TEXT = 'Look for a second copy and delete it. Use one `Idempotency-Key` for all attempts of a write.';
const EARLIER_TRY_NOTE = 'An earlier attempt had a different `Idempotency-Key` or none. Xero may have processed it.';

function kindOf(action: RetryAction, seconds: number | undefined, mayBeDuplicate: boolean): RetryAdvice['kind'] {
  if (action.kind === 'not-needed' && mayBeDuplicate) return 'read-back';
  return seconds === undefined ? action.kind : 'wait';
}

/** No common Idempotency-Key ties an earlier attempt to this one. */
function isPossibleDuplicate({ id }: Exchange, attempts: Attempts | undefined): boolean {
  const index = attempts?.exchanges.findIndex((each) => each.id === id) ?? -1;
  return attempts !== undefined && index > 0 && unguardedWrites(attempts, index).length > 0;
}

/** A request that began in the future shows that the clock was set back: when a wait ends is unknown. */
function isFuture({ startedMs }: Exchange, nowMs: number): boolean {
  return startedMs > nowMs + CLOCK_TOLERANCE_MS;
}

function waits({ kind }: RetryAction): boolean {
  return kind === 'wait' || kind === 'back-off';
}

function safety(exchange: Exchange, diagnosis: Diagnosis, nowMs: number, attempts: Attempts | undefined): RepeatSafety {
  const harmless = noSideEffectReason(exchange, diagnosis);
  if (harmless !== undefined) return { kind: 'safe', reason: safeReasons[harmless] };
  if (isPossibleDuplicate(exchange, attempts)) {
    return {
      kind: 'may-duplicate',
      reason: 'The key of this attempt doesn’t cover the earlier one. Read the record back first.',
    };
  }
  if (keyOf(exchange) !== undefined) {
    return nowMs < keyEndsMs(exchange, attempts)
      ? { kind: 'safe', reason: 'With the same Idempotency-Key and body, nothing is written twice within six minutes.' }
      : { kind: 'may-duplicate', reason: 'Its Idempotency-Key expired after six minutes. Read the record back first.' };
  }
  const method = exchange.request.method.toUpperCase();
  return {
    kind: 'may-duplicate',
    reason: riskReasons[method] ?? 'Xero may have processed the request. Read the record back first.',
  };
}

const safeReasons: Readonly<Record<NoSideEffect, string>> = {
  'a-read': 'A read doesn’t change anything.',
  'never-sent': 'The browser never sent the request, so nothing was written.',
  refused: 'It was rejected, so nothing was written.',
};

const riskReasons: Readonly<Record<string, string>> = {
  POST: 'Xero may have created it already, and no Idempotency-Key was sent. Check for it first.',
  PUT: 'Xero may have saved it already. A second PUT doesn’t create another record, but may undo a later change. Read the record back first.',
  PATCH: 'Xero may have changed it already. Read the record back first.',
  DELETE: 'Xero may have deleted it already. A second DELETE may then return 404. Check for it first.',
};

/** Xero also stores errors under the key, and replays them to retries. */
function keyNotes(
  exchange: Exchange,
  { row, evidence }: Diagnosis,
  nowMs: number,
  attempts: Attempts | undefined,
): string[] {
  const { status } = evidence;
  const outcome = idempotencyOutcome(status, isFromXero(exchange, evidence));
  const endsMs = keyEndsMs(exchange, attempts);
  if (keyOf(exchange) === undefined || status < 400 || Number.isNaN(endsMs) || nowMs >= endsMs) return [];
  if (outcome === 'not-evaluated' || outcome === 'not-cached') return [];
  const until = clockTime(endsMs);
  const uses = usesOfKey(exchange, attempts);
  const stored = uses.find((each) => idempotencyOutcome(each.status, each.isFromXero) === 'cached');
  if (status >= 500 && outcome === 'cached' && stored?.status === status && stored.id !== exchange.id) {
    return [
      `This is attempt ${uses.length} with the same Idempotency-Key, which replays the cached ${status}. Wait until ${until}, or read the record back first.`,
    ];
  }
  if (status >= 500) {
    return [
      `Until ${until}, the same Idempotency-Key may replay this error. Wait until then, or read the record back and use a new key.`,
    ];
  }
  return row.retry.action.kind === 'fix-first' && outcome === 'cached'
    ? [
        `Until ${until}, the same request with the same Idempotency-Key gets this response again. Fix the request and use a new key.`,
      ]
    : [];
}

const keyedMethods: ReadonlySet<OperationRow['method']> = new Set(
  operations.filter((row) => row.takesIdempotencyKey).map((row) => row.method),
);

/** Also `undefined` if Xero ignores the key for this method. */
function keyOf({ request }: Exchange): string | undefined {
  const method = request.method.toUpperCase() as OperationRow['method'];
  return keyedMethods.has(method) ? getHeader(request.headers, 'idempotency-key') : undefined;
}

/** The six minutes start with the first request with the key, even without a response, because Xero may have processed it. */
function keyEndsMs(exchange: Exchange, attempts: Attempts | undefined): number {
  const [first] = usesOfKey(exchange, attempts);
  return (first?.startedMs ?? exchange.startedMs) + IDEMPOTENCY_KEY_SECONDS * 1000;
}

/** The attempts up to this one within six minutes of the same first use of the key. */
function usesOfKey(exchange: Exchange, attempts: Attempts | undefined): readonly ExchangeSummary[] {
  const key = keyOf(exchange);
  const uses = (attempts?.exchanges ?? []).filter(
    ({ idempotencyKey, startedMs, status }) =>
      idempotencyKey === key && startedMs <= exchange.startedMs && idempotencyOutcome(status) !== 'not-evaluated',
  );
  let first = 0;
  for (let i = 1; i < uses.length; i++) {
    const begun = uses[first]?.startedMs ?? 0;
    if ((uses[i]?.startedMs ?? 0) >= begun + IDEMPOTENCY_KEY_SECONDS * 1000) first = i;
  }
  return uses.slice(first);
}
