// What is known of a process that announces requests, and what its answers and failures change about the next fetch.

import type { FetchFailure } from '../model/server-stats.ts';
import { fetchFailures } from './failures.ts';
import {
  type Answer,
  type EntriesAnswer,
  type PartAnswer,
  parseJoinedParts,
  type ServerEntry,
} from './parse-answer.ts';

export interface ServerProcess {
  readonly key: string;
  /** Of the latest response that had the header. */
  responseUrl: string;
  /** The last entry that was received. */
  cursor: number;
  /** The beginning of an entry that is sent in parts. */
  parts: { readonly sequence: number; readonly total: number; readonly text: string } | undefined;
  /** Whether there is something to fetch. */
  isDue: boolean;
  /** When the current fetch began. */
  fetchingSinceMs: number | undefined;
  /** Whether it has ever answered as the protocol says. */
  isVerified: boolean;
  notBeforeMs: number;
  /** In a row. */
  failures: number;
  lastFailure: FetchFailure | undefined;
  /** Given up until the next header. */
  isFailed: boolean;
  /** Answers in a row that contained nothing but promised something. */
  emptyAnswers: number;
}

/** What came of a fetch. */
export interface FetchResult {
  readonly entries: readonly ServerEntry[];
  /** Requests that the recorder no longer had. */
  readonly dropped: number;
  /** `undefined` as well if another attempt follows. */
  readonly failure: FetchFailure | undefined;
}

/** A recorder waits 10 s before it sends nothing. */
const MAX_EMPTY_ANSWERS = 90;
/** A faster answer with nothing in it didn't wait. */
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
    emptyAnswers: 0,
  };
}

/** Ends the current fetch of the process. */
export function applyAnswer(process: ServerProcess, answer: Answer, nowMs: number): FetchResult {
  const tookMs = nowMs - (process.fetchingSinceMs ?? nowMs);
  process.fetchingSinceMs = undefined;
  if (answer.kind === 'failure') return applyFailure(process, answer.failure, nowMs);
  if (answer.kind === 'part') return applyPart(process, answer, nowMs);
  return applyEntries(process, answer, nowMs, tookMs);
}

/** The delay before the next attempt after so many failures in a row. */
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

function applyPart(process: ServerProcess, part: PartAnswer, nowMs: number): FetchResult {
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
  const answer = parseJoinedParts(text, process);
  if (answer.kind !== 'entries') {
    return applyFailure(process, answer.kind === 'failure' ? answer.failure : 'invalid', nowMs);
  }
  return applyEntries(process, answer, nowMs, 0);
}

function applyEntries(process: ServerProcess, answer: EntriesAnswer, nowMs: number, tookMs: number): FetchResult {
  const { entries, dropped, hasMore, isInFlight, next } = answer;
  const isEmpty = entries.length === 0 && !hasMore;
  process.parts = undefined;
  process.isVerified = true;
  process.failures = 0;
  process.isFailed = false;
  process.cursor = next;
  process.emptyAnswers = isEmpty ? process.emptyAnswers + 1 : 0;
  const didWait = !isEmpty || process.isDue || tookMs >= MIN_WAIT_MS;
  process.notBeforeMs = didWait ? 0 : nowMs + emptyDelayMs(process.emptyAnswers);
  if (hasMore || (isInFlight && process.emptyAnswers < MAX_EMPTY_ANSWERS)) process.isDue = true;
  return { entries, dropped, failure: undefined };
}

function emptyDelayMs(emptyAnswers: number): number {
  return Math.min(50 * 2 ** Math.min(emptyAnswers - 1, 10), MAX_EMPTY_DELAY_MS);
}
