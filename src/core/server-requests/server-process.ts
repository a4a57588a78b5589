// The state of a process that announces requests, and how its responses and failures affect the next fetch.

import type { FetchFailure } from '../model/server-stats.ts';
import { fetchFailures } from './failures.ts';
import {
  type EntriesResponse,
  type PartResponse,
  parseJoinedParts,
  type RecorderResponse,
  type ServerEntry,
} from './parse-recorder-response.ts';

export interface ServerProcess {
  readonly key: string;
  /** The URL of the latest response with the header. */
  responseUrl: string;
  /** The last entry that was received. */
  cursor: number;
  /** The beginning of an entry that is sent in parts. */
  parts: { readonly sequence: number; readonly total: number; readonly text: string } | undefined;
  /** Whether there is something to fetch. */
  isDue: boolean;
  /** When the current fetch began. */
  fetchingSinceMs: number | undefined;
  /** Whether it has ever sent a valid response. */
  isVerified: boolean;
  notBeforeMs: number;
  /** In a row. */
  failures: number;
  lastFailure: FetchFailure | undefined;
  /** Not retried until the next header. */
  isFailed: boolean;
  /** Responses in a row without entries. */
  emptyResponses: number;
}

/** The result of a fetch. */
export interface FetchResult {
  readonly entries: readonly ServerEntry[];
  /** Requests that the recorder no longer had. */
  readonly dropped: number;
  /** Also `undefined` if another attempt follows. */
  readonly failure: FetchFailure | undefined;
}

/** A recorder waits 10 s before it sends an empty response. */
const MAX_EMPTY_RESPONSES = 90;
/** The recorder didn't wait before an empty response that is faster than this. */
const MIN_WAIT_MS = 1_000;
const MAX_EMPTY_DELAY_MS = 5_000;
const MAX_RETRY_DELAY_MS = 2_000;
const MAX_FAILURE_DELAY_MS = 30_000;

const nothing: FetchResult = { entries: [], dropped: 0, failure: undefined };

export function createProcess(key: string, cursor: number, responseUrl: string): ServerProcess {
  return {
    key,
    cursor,
    responseUrl,
    parts: undefined,
    isDue: true,
    fetchingSinceMs: undefined,
    isVerified: false,
    notBeforeMs: 0,
    failures: 0,
    lastFailure: undefined,
    isFailed: false,
    emptyResponses: 0,
  };
}

/** Ends the current fetch of the process. */
export function applyResponse(process: ServerProcess, response: RecorderResponse, nowMs: number): FetchResult {
  const tookMs = nowMs - (process.fetchingSinceMs ?? nowMs);
  process.fetchingSinceMs = undefined;
  if (response.kind === 'failure') return applyFailure(process, response.failure, nowMs);
  if (response.kind === 'part') return applyPart(process, response, nowMs);
  return applyEntries(process, response, nowMs, tookMs);
}

/** The delay before the next attempt after `failures` in a row. */
export function failureDelayMs(failure: FetchFailure, failures: number): number {
  const isRetried = fetchFailures[failure].maxAttempts > 1;
  const [firstMs, maxMs] = isRetried ? [100, MAX_RETRY_DELAY_MS] : [1_000, MAX_FAILURE_DELAY_MS];
  return Math.min(firstMs * 2 ** Math.min(failures - 1, 20), maxMs);
}

function applyFailure(process: ServerProcess, failure: FetchFailure, nowMs: number): FetchResult {
  process.parts = undefined;
  process.failures++;
  process.lastFailure = failure;
  process.notBeforeMs = nowMs + failureDelayMs(failure, process.failures);
  const isRetried = process.failures < fetchFailures[failure].maxAttempts;
  process.isDue = isRetried;
  process.isFailed = !isRetried;
  return isRetried ? nothing : { ...nothing, failure };
}

function applyPart(process: ServerProcess, part: PartResponse, nowMs: number): FetchResult {
  const { sequence, total } = part;
  const before = process.parts ?? { sequence, total, text: '' };
  if (before.sequence !== sequence || before.total !== total || before.text.length !== part.offset) {
    return applyFailure(process, 'invalid', nowMs);
  }
  process.isVerified = true;
  const text = before.text + part.text;
  if (text.length < total) {
    process.parts = { sequence, total, text };
    process.isDue = true;
    return nothing;
  }
  const response = parseJoinedParts(text, process);
  if (response.kind !== 'entries') {
    return applyFailure(process, response.kind === 'failure' ? response.failure : 'invalid', nowMs);
  }
  return applyEntries(process, response, nowMs, 0);
}

function applyEntries(process: ServerProcess, response: EntriesResponse, nowMs: number, tookMs: number): FetchResult {
  const { entries, dropped, hasMore, isInFlight, next } = response;
  const isEmpty = entries.length === 0 && !hasMore;
  process.parts = undefined;
  process.isVerified = true;
  process.failures = 0;
  process.isFailed = false;
  process.cursor = next;
  process.emptyResponses = isEmpty ? process.emptyResponses + 1 : 0;
  const didWait = !isEmpty || process.isDue || tookMs >= MIN_WAIT_MS;
  process.notBeforeMs = didWait ? 0 : nowMs + emptyDelayMs(process.emptyResponses);
  if (hasMore || (isInFlight && process.emptyResponses < MAX_EMPTY_RESPONSES)) process.isDue = true;
  return { entries, dropped, failure: undefined };
}

function emptyDelayMs(emptyResponses: number): number {
  return Math.min(50 * 2 ** Math.min(emptyResponses - 1, 10), MAX_EMPTY_DELAY_MS);
}
