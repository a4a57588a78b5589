// What is kept of an exchange to judge a sequence by: small, and without its bodies.

import type { OperationId } from '../../catalogue/operations.ts';
import type { RateLimitRow } from '../../catalogue/rate-limits.ts';
import { isFromXero } from '../diagnose/origin.ts';
import { hasFailed } from '../diagnose/outcome.ts';
import { parseResponse } from '../diagnose/parse-response.ts';
import { retryAfterSeconds } from '../http/retry-after.ts';
import { type Exchange, getHeader, type Headers, isDirectToXero, tenantId } from '../model/exchange.ts';

export interface SessionCall {
  readonly id: number;
  /** When it began and ended, ms since the epoch; a readable time, and never an end before its beginning. */
  readonly startedMs: number;
  readonly endMs: number;
  /** In lower case; empty where none was named. */
  readonly tenant: string;
  readonly operation: OperationId | undefined;
  /** Method, address and tenant: the same for calls that ask the same but for their bodies. */
  readonly request: string;
  /** A fingerprint of the body; empty for none. Of a body that is not at hand one that fits no other. */
  readonly body: string;
  readonly idempotencyKey: string | undefined;
  /** The one to judge by, of a proxy's answer that within it. 0 where there is none. */
  readonly status: number;
  /** It shows that Xero wrote the answer. */
  readonly byXero: boolean;
  /** No success status, a page in the place of an answer, or the browser failed it. */
  readonly failed: boolean;
  /** What the headers of the answer told. */
  readonly minuteLeft: number | undefined;
  readonly dayLeft: number | undefined;
  readonly appMinuteLeft: number | undefined;
  /** Left out where it is longer than any limit lasts. */
  readonly retryAfterSeconds: number | undefined;
  /** `X-Rate-Limit-Problem`, in lower case. */
  readonly problem: string | undefined;
}

/** `undefined`: it is none of Projects' calls, or the browser gave it no readable time. */
export function sessionCall(exchange: Exchange): SessionCall | undefined {
  const { id, startedMs, durationMs, match, request, response } = exchange;
  if (match.path === undefined || Number.isNaN(new Date(startedMs).getTime())) return undefined;
  const duration = durationMs !== undefined && durationMs > 0 && durationMs <= MAX_CALL_MS ? durationMs : 0;
  const judged = judge(exchange);
  // A file may say anything; what is no status is none.
  const status = Number.isInteger(judged.status) && Math.abs(judged.status) < 1_000 ? judged.status : 0;
  const tenant = tenantId(exchange) ?? '';
  const endMs = startedMs + duration;
  const told = readTold(response.headers, endMs);
  return {
    id,
    startedMs,
    endMs,
    tenant,
    operation: match.operation,
    request: `${request.method} ${request.url} ${tenant}`,
    body: bodyPrint(exchange),
    idempotencyKey: getHeader(request.headers, 'idempotency-key'),
    status,
    byXero: judged.byXero,
    failed: judged.failed || status <= 0,
    ...told,
  };
}

/** What comes from Xero's own host needs no reading. */
function judge(exchange: Exchange): { status: number; byXero: boolean; failed: boolean } {
  if (isDirectToXero(exchange)) {
    return { status: exchange.response.status, byXero: true, failed: hasFailed(exchange) };
  }
  const seen = parseResponse(exchange);
  return { status: seen.status, byXero: isFromXero(exchange, seen), failed: hasFailed(exchange, seen) };
}

/** By time, then by id: calls of one moment have an order of their own, whichever came first. */
export function isBefore(a: SessionCall, b: SessionCall): boolean {
  return a.startedMs < b.startedMs || (a.startedMs === b.startedMs && a.id < b.id);
}

/** The limit that a call was refused for; where the answer does not say, by how long it is to wait. `undefined`: for none that can be told. */
export function refusedFor(call: SessionCall): RateLimitRow['id'] | undefined {
  if (!isRefused(call)) return undefined;
  const { problem = '', retryAfterSeconds, byXero } = call;
  for (const [beginning, id] of problems) if (problem.startsWith(beginning)) return id;
  // A limit of another server is none of Xero's.
  if (retryAfterSeconds === undefined || !byXero) return undefined;
  return retryAfterSeconds > 60 ? 'day' : 'minute';
}

/** By how `X-Rate-Limit-Problem` begins: its words were never published. */
const problems = [
  ['app', 'app-minute'],
  ['da', 'day'],
  ['con', 'concurrent'],
  ['min', 'minute'],
] as const;

function isRefused({ status, problem }: SessionCall): boolean {
  return status === 429 || (status === 503 && problem !== undefined);
}

/** What is said to have taken longer than a day did not. */
const MAX_CALL_MS = 86_400_000;

function readTold(headers: Headers, endMs: number) {
  let minuteLeft: number | undefined;
  let dayLeft: number | undefined;
  let appMinuteLeft: number | undefined;
  let tellsToWait = false;
  let problem: string | undefined;
  for (const [name, value] of headers) {
    if (name === 'x-minlimit-remaining') minuteLeft = whole(value);
    else if (name === 'x-daylimit-remaining') dayLeft = whole(value);
    else if (name === 'x-appminlimit-remaining') appMinuteLeft = whole(value);
    else if (name === 'retry-after') tellsToWait = true;
    else if (name === 'x-rate-limit-problem') problem = value.toLowerCase();
  }
  return {
    minuteLeft,
    dayLeft,
    appMinuteLeft,
    retryAfterSeconds: tellsToWait ? retryAfterSeconds(headers, endMs) : undefined,
    problem,
  };
}

/** `undefined` for what is no whole number of at most nine digits: what a header says is not always sense. */
function whole(text: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function bodyPrint({ id, request: { body } }: Exchange): string {
  if (body.kind === 'none') return '';
  if (body.kind !== 'text') return `?${id}`;
  return `${body.text.length}:${hash(body.text)}`;
}

/** Longer bodies are told apart by their length, beginning and end. Characters. */
const MAX_HASH_CHARS = 65_536;

/** 32 bits of FNV-1a. */
function hash(text: string): number {
  const half = MAX_HASH_CHARS / 2;
  const part = text.length > MAX_HASH_CHARS ? text.slice(0, half) + text.slice(-half) : text;
  let value = 0x811c9dc5;
  for (let i = 0; i < part.length; i++) value = Math.imul(value ^ part.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
