// Xero Projects API, createTask (POST /Projects/{projectId}/Tasks): 429, minute limit reached.
// Add a short random delay, so that waiting requests don’t all start at once.
// https://developer.xero.com/faq/limits

// #region Policy
const policy: Policy = {
  title: 'Minute limit reached',
  advice: 'Wait until the minute limit resets. Request larger pages and fewer single records.',
  match: {
    failure: null,
    statuses: [429],
    header: { name: 'X-Rate-Limit-Problem', includes: ['minute'] },
    bodyIncludes: [],
  },
  action: 'retry',
  maxRetries: 4,
  backOff: { firstSeconds: 15, factor: 2, maxSeconds: 60, jitter: 1 },
  maxRetryAfterSeconds: 60,
  ignoresLongerRetryAfter: true,
  retryWindowSeconds: null,
  maxInFlight: null,
  pausesAllRequests: false,
  idempotencyKey: 'same',
  readsBack: false,
  reportsServer: false,
};
// #endregion

export interface Policy {
  title: string;
  advice: string;
  /** Which outcome to handle. A match in the header or the body is enough. No statuses: any error. */
  match: {
    failure: 'network' | 'aborted' | 'cors' | null;
    statuses: number[];
    header: { name: string; includes: string[] } | null;
    bodyIncludes: string[];
  };
  action: 'return' | 'throw' | 'stop' | 'refresh-token' | 'retry' | 'schedule' | 'use-server';
  maxRetries: number;
  /** Before retry n, from 0: `firstSeconds * factor ** n`, at most `maxSeconds`, plus a share of `jitter`. */
  backOff: { firstSeconds: number; factor: number; maxSeconds: number; jitter: number };
  maxRetryAfterSeconds: number;
  /** The limit’s window is over by then. Otherwise the response is returned. */
  ignoresLongerRetryAfter: boolean;
  /** An idempotency key expires after this time, so a later retry could write twice. */
  retryWindowSeconds: number | null;
  /** Per organisation: with several, create a client for each. */
  maxInFlight: number | null;
  /** The limit is the app's, so the requests of every organisation wait. */
  pausesAllRequests: boolean;
  idempotencyKey: 'none' | 'same' | 'new-for-each-attempt' | 'hash-of-request';
  /** Xero may have processed the write. Check before sending it again. */
  readsBack: boolean;
  reportsServer: boolean;
}

export interface Options {
  /** Checks whether Xero processed the write. Returns its response, or undefined to send it again. */
  readBack?: () => Promise<Response | undefined>;
  /** Gets a new access token with the refresh token. */
  refreshToken?: () => Promise<string>;
  /** For `use-server`: where your server forwards requests to https://api.xero.com. */
  root?: string;
  /** The `attempt` of the RetryLater that postponed this request. */
  attempt?: number;
  /** For tests. */
  sleep?: (seconds: number) => Promise<void>;
  random?: () => number;
  now?: () => number;
}

/** Fix the request before sending it again. */
export class XeroRefusal extends Error {
  readonly response: Response;
  readonly problems: string[];

  constructor(response: Response, problems: string[]) {
    super([`${policy.title}. ${policy.advice}`, ...problems].join('\n'));
    this.response = response;
    this.problems = problems;
  }
}

/** The wait is too long for a running process: pause this organisation's job queue until `at`. */
export class RetryLater extends Error {
  readonly at: Date;
  readonly attempt: number;

  constructor(at: Date, attempt: number) {
    super(`${policy.title}. Retry at ${at.toISOString()}.`);
    this.at = at;
    this.attempt = attempt;
  }
}

let pausedUntilMs = 0;

/** Sends a request and follows the policy. Returns the last response, or throws the last network error. */
export async function callXero(
  url: string,
  init: RequestInit & { body?: string } = {},
  options: Options = {},
): Promise<Response> {
  const { readBack, refreshToken, sleep = sleepSeconds, random = Math.random, now = Date.now } = options;
  if (policy.readsBack && !readBack) throw new Error('Pass readBack, because Xero may have processed this request.');
  if (policy.action === 'refresh-token' && !refreshToken) throw new Error('Pass refreshToken.');
  const { firstSeconds, factor, maxSeconds, jitter } = policy.backOff;
  const target = policy.action === 'use-server' ? urlAtServer(url, options.root) : url;
  const headers = new Headers(init.headers);
  if (policy.idempotencyKey !== 'none') headers.set('Idempotency-Key', await createKey(url, init));
  const keyExpiresMs = now() + (policy.retryWindowSeconds ?? Number.POSITIVE_INFINITY) * 1000;

  for (let attempt = options.attempt ?? 0; ; attempt++) {
    const pausedSeconds = policy.pausesAllRequests ? (pausedUntilMs - now()) / 1000 : 0;
    if (pausedSeconds > 0) await sleep(pausedSeconds + random() * jitter * firstSeconds);

    const outcome = await withSlot(() => send(target, { ...init, headers }));
    if (!(await isMatch(outcome))) return unwrap(outcome);
    if (policy.action === 'throw' && outcome instanceof Response) throw await refusal(outcome);
    if (policy.action === 'stop') return (policy.readsBack && (await readBack?.())) || unwrap(outcome);
    if (attempt >= policy.maxRetries) return unwrap(outcome);
    if (policy.action === 'refresh-token' && refreshToken) {
      headers.set('Authorization', `Bearer ${await refreshOnce(headers.get('Authorization') ?? '', refreshToken)}`);
      continue;
    }

    let retryAfter = outcome instanceof Response ? retryAfterSeconds(outcome, now()) : undefined;
    if (retryAfter !== undefined && retryAfter > policy.maxRetryAfterSeconds) {
      if (!policy.ignoresLongerRetryAfter) return unwrap(outcome);
      retryAfter = undefined;
    }
    // The random part keeps requests that wait together from being retried together.
    const backOffSeconds = Math.min(firstSeconds * factor ** attempt, maxSeconds);
    const spreadSeconds = random() * jitter * (retryAfter === undefined ? backOffSeconds : firstSeconds);
    const waitSeconds = (retryAfter ?? backOffSeconds) + spreadSeconds;
    if (policy.action === 'schedule') throw new RetryLater(new Date(now() + waitSeconds * 1000), attempt + 1);
    if (now() + waitSeconds * 1000 >= keyExpiresMs) return unwrap(outcome);

    if (outcome instanceof Response) await outcome.body?.cancel(); // Frees the connection.
    if (policy.pausesAllRequests) {
      pausedUntilMs = Math.max(pausedUntilMs, now() + (retryAfter ?? backOffSeconds) * 1000);
    } else {
      await sleep(waitSeconds);
    }
    const found = policy.readsBack && (await readBack?.());
    if (found) return found;
    // With the old key, Xero may replay its cached error.
    if (policy.idempotencyKey === 'new-for-each-attempt') headers.set('Idempotency-Key', crypto.randomUUID());
  }
}

/** fetch throws a TypeError when no response arrives, and a DOMException when the request is cancelled. */
async function send(url: string, init: RequestInit): Promise<Response | Error> {
  try {
    const response = await fetch(url, init);
    // Also fails on a response that breaks off in the middle.
    if (policy.match.failure === 'network') await response.clone().arrayBuffer();
    return response;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

async function isMatch(outcome: Response | Error): Promise<boolean> {
  const { failure, statuses, header, bodyIncludes } = policy.match;
  if (policy.action === 'return') return false;
  if (failure === 'network') return outcome instanceof TypeError;
  if (failure === 'aborted') return outcome instanceof DOMException;
  if (failure !== null || !(outcome instanceof Response)) return false;
  if (statuses.length > 0 ? !statuses.includes(outcome.status) : outcome.ok) return false;
  if (header === null && bodyIncludes.length === 0) return true;

  const value = header && outcome.headers.get(header.name)?.toLowerCase();
  if (header && value != null) {
    if (header.includes.length === 0 || header.includes.some((word) => value.includes(word))) return true;
  }
  const body = `${outcome.headers.get('WWW-Authenticate')} ${await outcome.clone().text()}`;
  const text = body.replace(/%20|\+/g, ' ').toLowerCase(); // Older errors are form-encoded.
  return bodyIncludes.some((phrase) => text.includes(phrase));
}

function unwrap(outcome: Response | Error): Response {
  if (outcome instanceof Response) return outcome;
  throw outcome;
}

/** Lists Xero's messages by field: `model.ContactId` in the response is `contactId` in the request. */
async function refusal(response: Response): Promise<XeroRefusal> {
  const text = await response.text();
  let problems: string[] = [];
  try {
    const { message, modelState } = JSON.parse(text);
    const fields = Object.entries(modelState ?? {});
    problems = fields.map(([field, says]) => `${field.replace(/^model\./, '')}: ${[says].flat().join(' ')}`);
    if (problems.length === 0 && typeof message === 'string') problems = [message];
  } catch {
    // Not every error is JSON.
  }
  if (problems.length === 0) problems = [text.slice(0, 500)];
  if (policy.reportsServer) problems.unshift(`Server: ${response.headers.get('Server')}`);
  return new XeroRefusal(response, problems);
}

/** Reads seconds or a date. Returns undefined for a missing, malformed or past value, and for 0. */
function retryAfterSeconds(response: Response, nowMs: number): number | undefined {
  const value = response.headers.get('Retry-After') ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - nowMs) / 1000;
  return seconds > 0 ? seconds : undefined;
}

async function createKey(url: string, { method, body }: RequestInit): Promise<string> {
  if (policy.idempotencyKey !== 'hash-of-request') return crypto.randomUUID();
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${method} ${url} ${body ?? ''}`));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const refreshes = new Map<string, Promise<string>>();

/** Xero accepts a refresh token once, so requests with the same expired token share one refresh. */
async function refreshOnce(expired: string, refreshToken: () => Promise<string>): Promise<string> {
  const refresh = refreshes.get(expired) ?? refreshToken();
  refreshes.set(expired, refresh);
  try {
    return await refresh;
  } finally {
    refreshes.delete(expired);
  }
}

let freeSlots = policy.maxInFlight ?? Number.POSITIVE_INFINITY;
const waiting: (() => void)[] = [];

async function withSlot<T>(task: () => Promise<T>): Promise<T> {
  if (freeSlots > 0) freeSlots--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await task();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else freeSlots++;
  }
}

function urlAtServer(path: string, root = '/projects.xro/2.0'): string {
  if (!path.startsWith('/')) throw new Error('Pass the path below the root, such as /Projects.');
  return root + path;
}

function sleepSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
