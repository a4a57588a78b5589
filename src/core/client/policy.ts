// The policy of a client as plain data: what examples/clients does about one kind of response.

import type { BodyShape } from '../../catalogue/body-shape.ts';
import { IDEMPOTENCY_KEY_SECONDS } from '../../catalogue/constants.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import { rateLimit, rateLimits } from '../../catalogue/rate-limits.ts';
import { idempotencyOutcome } from '../retry/idempotency.ts';
import type { ClientOperation } from './client-operation.ts';

/** JSON only. Each client file declares the same fields, with their meaning, in its own language. */
export interface ClientPolicy {
  readonly title: string;
  readonly advice: string;
  readonly match: Match;
  readonly action: ClientAction;
  readonly maxRetries: number;
  /** Delay before retry n, from 0: `firstSeconds * factor^n`, at most `maxSeconds`, plus a random share of `jitter`. */
  readonly backOff: {
    readonly firstSeconds: number;
    readonly factor: number;
    readonly maxSeconds: number;
    readonly jitter: number;
  };
  readonly maxRetryAfterSeconds: number;
  /** A longer `Retry-After` is wrong, because the limit’s window is over by then. Otherwise the response is returned. */
  readonly ignoresLongerRetryAfter: boolean;
  /** No retry starts later than this after the first attempt, where only the idempotency key prevents a second write. */
  readonly retryWindowSeconds: number | null;
  readonly maxInFlight: number | null;
  readonly pausesAllRequests: boolean;
  readonly idempotencyKey: 'none' | 'same' | 'new-for-each-attempt' | 'hash-of-request';
  /** The write may have succeeded, and no key prevents a second one. */
  readonly readsBack: boolean;
  /** Whether the error names the `Server`, because it is unknown who sent the response. */
  readonly reportsServer: boolean;
}

type ClientAction =
  /** Return the response. */
  | 'return'
  | 'throw'
  /** Cancelled: don't retry, but check whether the write succeeded. */
  | 'stop'
  | 'refresh-token'
  | 'retry'
  /** Like `retry`, but by a scheduler: the delay is too long for a process. */
  | 'schedule'
  /** Send it through the page's own server. */
  | 'use-server';

interface Match {
  readonly failure: 'network' | 'aborted' | 'cors' | null;
  /** Empty: every error status. */
  readonly statuses: readonly number[];
  /** In lower case. Without `includes`, the header only has to be present. */
  readonly header: { readonly name: string; readonly includes: readonly string[] } | null;
  /** Any of these in the body or in `WWW-Authenticate`, in lower case. */
  readonly bodyIncludes: readonly string[];
}

/** The longest sleep of a process, unless the retry policy has a longer one. Our own choice. */
const MAX_SLEEP_SECONDS = 900;
/** For a fixed wait without a documented number of retries. Our own choice. */
const MAX_WAIT_RETRIES = 3;

/** An unknown request (`operation` is `undefined`) is treated as a write without an idempotency key. */
export function clientPolicy(row: DiagnosisRow, operation: ClientOperation | undefined): ClientPolicy {
  const { retry } = row;
  const action = actionOf(row);
  const match = matchOf(row);
  const mayRepeatWrite =
    ['retry', 'schedule', 'stop'].includes(action) && operation?.method !== 'GET' && retry.executed === 'unknown';
  const isGuarded = operation?.takesIdempotencyKey === true && action === 'retry' && isFromGateway(match);
  return {
    title: row.title,
    advice: plainText(row.fix),
    match,
    action,
    ...timing(row, action),
    retryWindowSeconds: mayRepeatWrite && isGuarded ? IDEMPOTENCY_KEY_SECONDS : null,
    maxInFlight: rateLimits.find(({ id }) => id === row.client?.inFlightLimit)?.limit ?? null,
    pausesAllRequests: row.client?.pausesAllRequests ?? false,
    idempotencyKey: keyStrategy(row, operation, action, match),
    readsBack: mayRepeatWrite && !isGuarded,
    reportsServer: action === 'throw' && retry.action.kind === 'cannot-tell',
  };
}

function actionOf({ client, retry: { action: advice } }: DiagnosisRow): ClientAction {
  if (client?.action !== undefined) return client.action;
  switch (advice.kind) {
    case 'not-needed':
      return 'return';
    case 'fix-first':
    case 'cannot-tell':
      return 'throw';
    case 'refresh-token':
      return 'refresh-token';
    case 'wait':
      return 'retry';
    case 'back-off':
      return advice.firstSeconds >= MAX_SLEEP_SECONDS ? 'schedule' : 'retry';
  }
}

function timing(
  { retry: { action: advice, limit } }: DiagnosisRow,
  action: ClientAction,
): Pick<ClientPolicy, 'maxRetries' | 'backOff' | 'maxRetryAfterSeconds' | 'ignoresLongerRetryAfter'> {
  if (advice.kind === 'wait') {
    const { seconds } = advice;
    return {
      maxRetries: MAX_WAIT_RETRIES,
      backOff: { firstSeconds: seconds, factor: 1, maxSeconds: seconds, jitter: 0.1 },
      maxRetryAfterSeconds: Math.max(MAX_SLEEP_SECONDS, seconds),
      ignoresLongerRetryAfter: false,
    };
  }
  if (advice.kind === 'back-off') {
    const { firstSeconds, factor, maxSeconds, maxAttempts } = advice;
    return {
      maxRetries: maxAttempts,
      backOff: { firstSeconds, factor, maxSeconds, jitter: 1 },
      maxRetryAfterSeconds:
        limit === undefined ? Math.max(MAX_SLEEP_SECONDS, maxSeconds) : rateLimit(limit).maxRetryAfterSeconds,
      ignoresLongerRetryAfter: limit !== undefined,
    };
  }
  return {
    // A second 401 means that the new token is not the one being sent.
    maxRetries: action === 'refresh-token' ? 1 : 0,
    backOff: { firstSeconds: 0, factor: 1, maxSeconds: 0, jitter: 0 },
    maxRetryAfterSeconds: 0,
    ignoresLongerRetryAfter: false,
  };
}

/** The API did not respond, so it cached nothing under the key: repeating the key is safe. */
function isFromGateway({ statuses, failure }: Match): boolean {
  return (
    failure === 'network' ||
    (statuses.length > 0 && statuses.every((status) => idempotencyOutcome(status) === 'not-cached'))
  );
}

function keyStrategy(
  { client }: DiagnosisRow,
  operation: ClientOperation | undefined,
  action: ClientAction,
  match: Match,
): ClientPolicy['idempotencyKey'] {
  if (client?.idempotencyKey !== undefined) return client.idempotencyKey;
  if (!operation?.takesIdempotencyKey) return 'none';
  if (action === 'refresh-token') return 'same';
  if (action !== 'retry') return 'none';
  return match.statuses.some((status) => status >= 500) && !isFromGateway(match) ? 'new-for-each-attempt' : 'same';
}

function matchOf({ when }: DiagnosisRow): Match {
  const statuses = when.flatMap(({ status = [] }) => status);
  const phrases = when.flatMap(({ bodyIncludes = [], shape = [] }) => [
    ...bodyIncludes,
    ...shape.flatMap((each) => shapePhrases[each] ?? []),
  ]);
  const header = when.find((selector) => selector.header)?.header;
  return {
    failure: when.find(({ failure }) => failure)?.failure ?? null,
    statuses: [...new Set(statuses.filter((status) => typeof status === 'number'))],
    header: header === undefined ? null : { name: headerName(header.name), includes: header.includes },
    bodyIncludes: [...new Set(phrases)],
  };
}

/** What a body of this shape always contains. Clients parse `modelState` themselves. */
const shapePhrases: Partial<Record<BodyShape, string>> = {
  'accounting-error': '"errornumber"',
  'api-exception-xml': '<apiexception',
  'identity-error': '"error"',
};

/** `X-Rate-Limit-Problem`, from the name in lower case. */
function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** Without backticks. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}
