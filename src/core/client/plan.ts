// What a client does about one kind of answer, before it is written in any language.

import type { BodyShape } from '../../catalogue/body-shape.ts';
import { IDEMPOTENCY_KEY_SECONDS, MAX_RETRY_AFTER_SECONDS } from '../../catalogue/constants.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import { rateLimits } from '../../catalogue/rate-limits.ts';
import type { BackOff } from '../../catalogue/retry-policy.ts';
import { idempotencyOutcome } from '../retry/idempotency.ts';
import type { ClientCall } from './client-call.ts';

export interface ClientPlan {
  /** The diagnosis' id in its words, to make names from: `rate`, `limit`, `minute`. */
  readonly name: readonly string[];
  /** Sentences about it, for the comment at the top. */
  readonly about: readonly string[];
  readonly title: string;
  readonly fix: string;
  readonly known: MatchRule;
  readonly action: ClientAction;
  readonly key: IdempotencyStrategy;
  /** Whether it may have been carried out, so that only looking tells if it has to be sent again. */
  readonly readsBack: boolean;
  /** A repetition is told from a second call by the key alone, so no try may come after the key is forgotten. */
  readonly endsWithKey: boolean;
  readonly keySeconds: number;
}

/** How the answer is told from others: the status, and of `says` and `header` any one. */
export interface MatchRule {
  /** Empty: every status that is no success. */
  readonly statuses: readonly number[];
  readonly failure: 'cors' | 'aborted' | 'network' | undefined;
  /** Phrases of the body, and of `www-authenticate` where `inChallenge`; lower case. */
  readonly says: readonly string[];
  readonly inChallenge: boolean;
  /** The body is a form: its blanks are `%20` or `+`. */
  readonly isForm: boolean;
  /** An empty list of words: the header is there. */
  readonly header: { readonly name: string; readonly includes: readonly string[] } | undefined;
}

export type ClientAction =
  /** Send once, give back what comes. */
  | { readonly kind: 'send' }
  /** Send once, throw what Xero says about it. */
  | { readonly kind: 'throw'; readonly tells: 'fields' | 'message' | 'sender' }
  /** Have the server send it. */
  | { readonly kind: 'through-server' }
  /** Cancelled: not sent again, but a write is looked for. */
  | { readonly kind: 'give-up' }
  | { readonly kind: 'refresh' }
  | Retry
  /** As a retry, but by whatever runs jobs: too long for a process to sit out. */
  | { readonly kind: 'schedule'; readonly pause: BackOff; readonly longestWaitSeconds: number };

export interface Retry {
  readonly kind: 'retry';
  readonly pause: Delay;
  readonly tries: number;
  /** A longer `Retry-After` is left to the caller. */
  readonly longestWaitSeconds: number;
  /** How many calls may be in flight, where too many were. */
  readonly inFlight: number | undefined;
  /** All calls wait, not only the one that was refused. */
  readonly holdsAll: boolean;
}

export type Delay =
  | { readonly kind: 'fixed'; readonly seconds: number; readonly spreadSeconds: number }
  | ({ readonly kind: 'growing' } & BackOff);

/**
 * `kept`: one for all tries. `renewed`: a new one for each, for the answer is stored under the old. `of-body`: worked out from the
 * request, so that another request has another.
 */
export type IdempotencyStrategy = 'none' | 'kept' | 'renewed' | 'of-body';

/** No process should sleep longer than this where the rule itself names no longer pause. Our own choice. Seconds. */
const MAX_SLEEP_SECONDS = 900;
/** Of a wait that the rule gives no number of tries for. Our own choice. */
const MAX_WAIT_RETRIES = 3;

/** `call`: `undefined` where nothing is known of it; then it is treated as a write that nothing guards. */
export function clientPlan(row: DiagnosisRow, call: ClientCall | undefined): ClientPlan {
  const action = actionOf(row);
  const known = matchRule(row);
  const repeats = ['retry', 'schedule', 'give-up'].includes(action.kind);
  const isUnknown = repeats && call?.method !== 'GET' && row.retry.executed === 'unknown';
  const isGuarded = call?.takesIdempotencyKey === true && action.kind === 'retry' && isGateways(known);
  const readsBack = isUnknown && !isGuarded;
  return {
    name: row.id.split('-'),
    about: about(row, call, known, readsBack && action.kind === 'retry'),
    title: row.title,
    fix: plain(row.fix),
    known,
    action,
    key: keyUse(row, call, action, known),
    readsBack,
    endsWithKey: isUnknown && isGuarded,
    keySeconds: IDEMPOTENCY_KEY_SECONDS,
  };
}

function actionOf({ id, retry: { action: advice }, when }: DiagnosisRow): ClientAction {
  if (id === 'cors-blocked') return { kind: 'through-server' };
  if (id === 'aborted') return { kind: 'give-up' };
  // A page in the place of an answer: by its status no client can tell it.
  if (id === 'success') return { kind: 'send' };
  switch (advice.kind) {
    case 'not-needed':
      return { kind: 'send' };
    case 'fix-first':
      return { kind: 'throw', tells: when.some(({ status }) => status?.includes(400)) ? 'fields' : 'message' };
    case 'cannot-tell':
      return { kind: 'throw', tells: 'sender' };
    case 'refresh-token':
      return { kind: 'refresh' };
    case 'wait': {
      const { seconds } = advice;
      return retry(id, { kind: 'fixed', seconds, spreadSeconds: seconds / 10 }, MAX_WAIT_RETRIES, seconds);
    }
    case 'back-off': {
      if (advice.firstSeconds >= MAX_SLEEP_SECONDS) {
        return { kind: 'schedule', pause: advice, longestWaitSeconds: MAX_RETRY_AFTER_SECONDS };
      }
      return retry(id, { ...advice, kind: 'growing' }, advice.maxAttempts, advice.maxSeconds);
    }
  }
}

function retry(id: DiagnosisRow['id'], pause: Delay, tries: number, longestPauseSeconds: number): Retry {
  return {
    kind: 'retry',
    pause,
    tries,
    longestWaitSeconds: Math.max(MAX_SLEEP_SECONDS, longestPauseSeconds),
    inFlight: id === 'rate-limit-concurrent' ? rateLimits.find((limit) => limit.id === 'concurrent')?.most : undefined,
    holdsAll: id === 'rate-limit-app-minute',
  };
}

/** The API never spoke, so nothing of its is stored under the key: the same key gets the true answer or a first try. */
function isGateways({ statuses, failure }: MatchRule): boolean {
  return (
    failure === 'network' ||
    (statuses.length > 0 && statuses.every((status) => idempotencyOutcome(status) === 'unstored'))
  );
}

function keyUse(
  row: DiagnosisRow,
  call: ClientCall | undefined,
  { kind }: ClientAction,
  known: MatchRule,
): IdempotencyStrategy {
  if (row.id === 'idempotency-key-reused') return 'of-body';
  if (!call?.takesIdempotencyKey) return 'none';
  if (kind === 'refresh') return 'kept';
  if (kind !== 'retry') return 'none';
  return known.statuses.some((status) => status >= 500) && !isGateways(known) ? 'renewed' : 'kept';
}

function matchRule({ when, example }: DiagnosisRow): MatchRule {
  const statuses = when.flatMap(({ status = [] }) => status);
  const phrases = when.flatMap(({ bodyIncludes = [], shape = [] }) => [
    ...bodyIncludes,
    ...shape.flatMap((each) => marks[each] ?? []),
  ]);
  return {
    statuses: [...new Set(statuses.filter((status) => typeof status === 'number'))],
    failure: when.find(({ failure }) => failure)?.failure,
    says: [...new Set(phrases)],
    inChallenge: statuses.includes(401),
    isForm: /%20|\+/.test(example.body ?? ''),
    header: when.find(({ header }) => header)?.header,
  };
}

/** What a body of this shape always holds; `modelState` is looked for by who reads it. */
const marks: Partial<Record<BodyShape, string>> = {
  'accounting-error': '"errornumber"',
  'api-exception-xml': '<apiexception',
  'identity-error': '"error"',
};

function about(row: DiagnosisRow, call: ClientCall | undefined, { statuses }: MatchRule, looks: boolean): string[] {
  const operation = call?.id === undefined ? '' : `, ${call.id} (${call.method} ${call.path})`;
  const status = statuses.length === 0 ? '' : `${statuses.join(' or ')}, `;
  const title = row.title.charAt(0).toLowerCase() + row.title.slice(1);
  const isNamed = /^[A-Z]{2}|^Xero/.test(row.title);
  return [
    `Xero Projects API${operation}: ${status}${isNamed ? row.title : title}.`,
    plain(row.retry.advice),
    ...(looks && !call?.takesIdempotencyKey
      ? ['No Idempotency-Key guards this call: look before each further try.']
      : []),
    ...warnings(row, call),
    row.docsUrl,
  ];
}

/** What whoever sends it again by hand has to mind. */
function warnings(
  { id, retry: { action: advice, executed }, when }: DiagnosisRow,
  call: ClientCall | undefined,
): string[] {
  if (advice.kind === 'cannot-tell') {
    return executed === 'unknown' && id !== 'aborted' && call?.method !== 'GET'
      ? ['A write may have been carried out: read back before it is sent again.']
      : [];
  }
  const isOfRequest = when.some(({ status = [] }) => status.includes(400) || status.includes(404));
  return advice.kind === 'fix-first' && isOfRequest && call?.takesIdempotencyKey
    ? ['Corrected, it is another request and needs another Idempotency-Key: under the old one Xero refuses it.']
    : [];
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
