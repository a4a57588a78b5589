// A small record of an exchange for rules over a sequence: no bodies, no headers.

import type { OperationId } from '../../catalogue/operations.ts';
import type { RateLimitRow } from '../../catalogue/rate-limits.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { isFromXero } from '../diagnose/origin.ts';
import { hasFailed } from '../diagnose/outcome.ts';
import { parseResponse } from '../diagnose/parse-response.ts';
import { noSideEffectReason } from '../diagnose/side-effects.ts';
import { retryAfterSeconds } from '../http/retry-after.ts';
import { type Exchange, getHeader, type Headers, isDirectToXero, serverSideOf, tenantId } from '../model/exchange.ts';
import { DAY_MS } from '../text/time.ts';

export interface ExchangeSummary {
  readonly id: number;
  /** Start and end, ms since the epoch. Always valid, and never an end before the start. */
  readonly startedMs: number;
  readonly endMs: number;
  /** In lower case; empty when the request names no tenant. */
  readonly tenant: string;
  readonly operation: OperationId | undefined;
  /** Method, URL and tenant. Requests that differ only in their bodies share it. */
  readonly request: string;
  /** A fingerprint of the body; empty for no body. An unavailable body gets a unique one. */
  readonly body: string;
  readonly idempotencyKey: string | undefined;
  /** The effective status: behind a proxy, the one inside the body. 0 when there is none. */
  readonly status: number;
  /** The response provably came from Xero. */
  readonly isFromXero: boolean;
  /** Not a success status, an HTML page instead of a response, or a failure in the browser. */
  readonly failed: boolean;
  /** A request that is not a read and was not refused: Xero executed it or may have. */
  readonly mayHaveWritten: boolean;
  /** From the rate limit headers of the response. */
  readonly minuteRemaining: number | undefined;
  readonly dayRemaining: number | undefined;
  readonly appMinuteRemaining: number | undefined;
  /** `undefined` when it makes no sense, such as one that is longer than the limit’s window. */
  readonly retryAfterSeconds: number | undefined;
  /** `X-Rate-Limit-Problem`, in lower case. */
  readonly problem: string | undefined;
}

/**
 * `undefined` for a request outside the Projects API, or without a readable time. For a request that a server forwarded for the page, it is the
 * server's side, which is what Xero counts.
 */
export function summarizeExchange(logged: Exchange): ExchangeSummary | undefined {
  const exchange = serverSideOf(logged) ?? logged;
  const { id, startedMs, durationMs, match, request } = exchange;
  if (match.path === undefined || Number.isNaN(new Date(startedMs).getTime())) return undefined;
  const duration = durationMs !== undefined && durationMs > 0 && durationMs <= MAX_DURATION_MS ? durationMs : 0;
  const evaluated = evaluate(exchange);
  // An imported file can contain any number here.
  const status = Number.isInteger(evaluated.status) && Math.abs(evaluated.status) < 1_000 ? evaluated.status : 0;
  const tenant = tenantId(exchange) ?? '';
  const endMs = startedMs + duration;
  const limitHeaders = readLimitHeaders(evaluated.headers, endMs);
  const failed = evaluated.failed || status <= 0;
  return {
    id,
    startedMs,
    endMs,
    tenant,
    operation: match.operation,
    request: `${request.method} ${request.url} ${tenant}`,
    body: bodyFingerprint(exchange),
    idempotencyKey: getHeader(request.headers, 'idempotency-key'),
    status,
    isFromXero: evaluated.isFromXero,
    failed,
    mayHaveWritten: mayHaveWritten(exchange, failed),
    ...limitHeaders,
  };
}

/** Only failed writes need a diagnosis, and they are few. */
function mayHaveWritten(exchange: Exchange, failed: boolean): boolean {
  if (exchange.request.method === 'GET') return false;
  return !failed || noSideEffectReason(exchange, diagnose(exchange)) === undefined;
}

/** A response from Xero's own host needs no parsing. */
function evaluate(exchange: Exchange): { status: number; isFromXero: boolean; failed: boolean; headers: Headers } {
  if (isDirectToXero(exchange)) {
    const { status, headers } = exchange.response;
    return { status, isFromXero: true, failed: hasFailed(exchange), headers };
  }
  const parsed = parseResponse(exchange);
  return {
    status: parsed.status,
    headers: parsed.headers,
    isFromXero: isFromXero(exchange, parsed),
    failed: hasFailed(exchange, parsed),
  };
}

/** The limit that a request exceeded. Without `X-Rate-Limit-Problem`, Retry-After decides. `undefined` when it is unknown or none. */
export function exceededLimit(summary: ExchangeSummary): RateLimitRow['id'] | undefined {
  if (!isRateLimited(summary)) return undefined;
  const { problem, retryAfterSeconds, isFromXero } = summary;
  const named = limitNamed(problem);
  if (named !== undefined) return named;
  // A proxy may have its own rate limit.
  if (retryAfterSeconds === undefined || !isFromXero) return undefined;
  return retryAfterSeconds > 60 ? 'day' : 'minute';
}

function limitNamed(problem = ''): RateLimitRow['id'] | undefined {
  return problems.find(([prefix]) => problem.startsWith(prefix))?.[1];
}

/** Prefixes of `X-Rate-Limit-Problem`, whose values Xero never published. */
const problems = [
  ['app', 'app-minute'],
  ['da', 'day'],
  ['con', 'concurrent'],
  ['min', 'minute'],
] as const;

function isRateLimited({ status, problem }: ExchangeSummary): boolean {
  return status === 429 || (status === 503 && problem !== undefined);
}

/** A longer duration is a clock error or a broken file. */
const MAX_DURATION_MS = DAY_MS;

function readLimitHeaders(headers: Headers, endMs: number) {
  let minuteRemaining: number | undefined;
  let dayRemaining: number | undefined;
  let appMinuteRemaining: number | undefined;
  let hasRetryAfter = false;
  let problem: string | undefined;
  for (const [name, value] of headers) {
    if (name === 'x-minlimit-remaining') minuteRemaining = parseCount(value);
    else if (name === 'x-daylimit-remaining') dayRemaining = parseCount(value);
    else if (name === 'x-appminlimit-remaining') appMinuteRemaining = parseCount(value);
    else if (name === 'retry-after') hasRetryAfter = true;
    else if (name === 'x-rate-limit-problem') problem = value.toLowerCase();
  }
  return {
    minuteRemaining,
    dayRemaining,
    appMinuteRemaining,
    retryAfterSeconds: hasRetryAfter ? retryAfterSeconds(headers, endMs, limitNamed(problem)) : undefined,
    problem,
  };
}

/** `undefined` unless the value is an integer of at most nine digits: headers aren't always valid. */
function parseCount(text: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function bodyFingerprint({ id, request: { body } }: Exchange): string {
  if (body.kind === 'none') return '';
  if (body.kind !== 'text') return `?${id}`;
  return `${body.text.length}:${hash(body.text)}`;
}

/** Of a longer body only the length, start and end are hashed. */
const MAX_HASH_CHARS = 65_536;

/** 32 bits of FNV-1a. */
function hash(text: string): number {
  const half = MAX_HASH_CHARS / 2;
  const part = text.length > MAX_HASH_CHARS ? text.slice(0, half) + text.slice(-half) : text;
  let value = 0x811c9dc5;
  for (let i = 0; i < part.length; i++) value = Math.imul(value ^ part.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
