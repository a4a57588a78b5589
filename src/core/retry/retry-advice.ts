// May this call be sent again, and when? Joins the catalogue's rule with the headers of the answer and the danger of repeating.

import { type Citation, idempotency } from '../../catalogue/citation.ts';
import { IDEMPOTENCY_KEY_SECONDS } from '../../catalogue/constants.ts';
import { type OperationRow, operations } from '../../catalogue/operations.ts';
import type { BackOff, RetryAction } from '../../catalogue/retry-policy.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { isFromXero } from '../diagnose/origin.ts';
import { retryAfter } from '../http/retry-after.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import type { Attempts } from '../session/attempts.ts';
import type { SessionCall } from '../session/session-call.ts';
import { clockTime } from '../text/clock-time.ts';
import { idempotencyOutcome } from './idempotency.ts';
import { type NoSideEffect, noSideEffectReason } from './side-effects.ts';

export interface RetryAdvice {
  readonly kind: RetryAction['kind'];
  /** From the end of the answer, where a time is known. */
  readonly seconds: number | undefined;
  /** When that time ends, ms since the epoch. `undefined` also where the answer's own time is not known. */
  readonly untilMs: number | undefined;
  readonly source: 'Retry-After' | 'documentation' | undefined;
  readonly backOff: BackOff | undefined;
  /** One imperative sentence of the catalogue. */
  readonly text: string;
  /** `undefined` where nothing is to be repeated. */
  readonly safety: RepeatSafety | undefined;
  /** What else bears on a retry, a sentence each: an unusable header, what an Idempotency-Key keeps. */
  readonly notes: readonly string[];
  /** Of the rule, and of what is said about an Idempotency-Key where one was sent. */
  readonly sources: readonly Citation[];
}

interface RepeatSafety {
  readonly kind: 'safe' | 'may-duplicate';
  readonly why: string;
}

/** `nowMs` decides whether an Idempotency-Key still protects; `attempts` tell when the key was first used. */
export function retryAdvice(exchange: Exchange, diagnosis: Diagnosis, nowMs: number, attempts?: Attempts): RetryAdvice {
  const { action, advice: text, source } = diagnosis.row.retry;
  const endMs = exchange.startedMs + (exchange.durationMs ?? 0);
  const told = waits(action) ? retryAfter(exchange.response.headers, endMs) : undefined;
  const seconds = told?.seconds ?? (action.kind === 'wait' ? action.seconds : undefined);
  const kind = seconds === undefined ? action.kind : 'wait';
  return {
    kind,
    seconds,
    untilMs: seconds === undefined || Number.isNaN(endMs) ? undefined : endMs + seconds * 1000,
    source: seconds === undefined ? undefined : told?.seconds === undefined ? 'documentation' : 'Retry-After',
    backOff: kind === 'back-off' && action.kind === 'back-off' ? action : undefined,
    text,
    safety: kind === 'not-needed' ? undefined : safety(exchange, diagnosis, nowMs, attempts),
    notes: [...(told?.problem ? [told.problem] : []), ...keyNotes(exchange, diagnosis, nowMs, attempts)],
    sources: keyOf(exchange) === undefined || kind === 'not-needed' ? [source] : [source, idempotency],
  };
}

function waits({ kind }: RetryAction): boolean {
  return kind === 'wait' || kind === 'back-off';
}

function safety(exchange: Exchange, diagnosis: Diagnosis, nowMs: number, attempts: Attempts | undefined): RepeatSafety {
  const harmless = noSideEffectReason(exchange, diagnosis);
  if (harmless !== undefined) return { kind: 'safe', why: safeReasons[harmless] };
  if (keyOf(exchange) !== undefined) {
    return nowMs < keyEndsMs(exchange, attempts)
      ? { kind: 'safe', why: 'Within six minutes the same Idempotency-Key and body write nothing twice.' }
      : { kind: 'may-duplicate', why: 'The six minutes of its Idempotency-Key are over; read back first.' };
  }
  const method = exchange.request.method.toUpperCase();
  return { kind: 'may-duplicate', why: riskReasons[method] ?? 'Xero may have carried out the call; read back first.' };
}

const safeReasons: Readonly<Record<NoSideEffect, string>> = {
  'a-read': 'A read changes nothing.',
  'never-sent': 'The browser never sent the call, so nothing was written.',
  refused: 'The call was refused, so nothing was written.',
};

const riskReasons: Readonly<Record<string, string>> = {
  POST: 'Xero may have created it already, and no Idempotency-Key was sent; read back first.',
  PUT: 'Xero may have written it already; a second PUT makes no second record, but may undo a later change. Read back first.',
  PATCH: 'Xero may have changed it already; read back first.',
  DELETE: 'Xero may have deleted it already; then a second DELETE may answer 404. Read back first.',
};

/** The key's cache keeps errors too, and that decides what a retry gets. */
function keyNotes(
  exchange: Exchange,
  { row, evidence }: Diagnosis,
  nowMs: number,
  attempts: Attempts | undefined,
): string[] {
  const { status } = evidence;
  const fate = idempotencyOutcome(status, isFromXero(exchange, evidence));
  const endsMs = keyEndsMs(exchange, attempts);
  if (keyOf(exchange) === undefined || status < 400 || Number.isNaN(endsMs) || nowMs >= endsMs) return [];
  if (fate === 'not-evaluated' || fate === 'not-cached') return [];
  const until = clockTime(endsMs);
  const uses = usesOfKey(exchange, attempts);
  const stored = uses.find((each) => idempotencyOutcome(each.status, each.isFromXero) === 'cached');
  if (status >= 500 && fate === 'cached' && stored?.status === status && stored.id !== exchange.id) {
    return [
      `This is try ${uses.length} with the same Idempotency-Key, which replays the stored ${status}: wait until ${until}, or read back first.`,
    ];
  }
  if (status >= 500) {
    return [
      `Until ${until} the same Idempotency-Key may replay this error: wait that long, or read back and use a new key.`,
    ];
  }
  return row.retry.action.kind === 'fix-first' && fate === 'cached'
    ? [
        `Until ${until} the same Idempotency-Key gets this answer again for the same request: correct it and use a new key.`,
      ]
    : [];
}

const keyedMethods: ReadonlySet<OperationRow['method']> = new Set(
  operations.filter((row) => row.takesIdempotencyKey).map((row) => row.method),
);

/** `undefined` also where Xero would not heed the key that was sent. */
function keyOf({ request }: Exchange): string | undefined {
  const method = request.method.toUpperCase() as OperationRow['method'];
  return keyedMethods.has(method) ? getHeader(request.headers, 'idempotency-key') : undefined;
}

/** The six minutes run from the first call with the key, also where its answer never came: it may have been carried out. */
function keyEndsMs(exchange: Exchange, attempts: Attempts | undefined): number {
  const [first] = usesOfKey(exchange, attempts);
  return (first?.startedMs ?? exchange.startedMs) + IDEMPOTENCY_KEY_SECONDS * 1000;
}

/** The tries up to this one that fell into the six minutes of one use of its key. */
function usesOfKey(exchange: Exchange, attempts: Attempts | undefined): readonly SessionCall[] {
  const key = keyOf(exchange);
  const uses = (attempts?.calls ?? []).filter(
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
