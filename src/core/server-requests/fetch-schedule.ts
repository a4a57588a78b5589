// Decides what to fetch from which process, and when. Without timers or I/O: the caller passes the time and the result of each fetch.

import { fetchFailures } from './failures.ts';
import { fetchAddress } from './fetch-address.ts';
import { createBudget } from './fetch-budget.ts';
import type { ServerHeader } from './parse-header.ts';
import type { RecorderResponse } from './parse-recorder-response.ts';
import {
  applyResponse,
  createProcess,
  type FetchResult,
  failureDelayMs,
  type ServerProcess,
} from './server-process.ts';

export interface PlannedFetch {
  readonly key: string;
  /** Entries up to this one were received before. */
  readonly cursor: number;
  readonly address: string;
}

export interface FetchSchedule {
  /** Call for a response that announces entries. */
  addHeader(header: ServerHeader, responseUrl: string): void;
  /** Call with the result of a fetch. */
  addResponse(key: string, response: RecorderResponse, nowMs: number): FetchResult;
  /** Whether to wait for requests that no page causes. */
  setFollowing(isOn: boolean): void;
  /** Forgets failures of the previous page: the next one may be allowed to fetch. */
  onNavigated(): void;
  /** The fetches to start now. Call `addResponse` for each of them later. */
  takeDue(nowMs: number): PlannedFetch[];
  /** When `takeDue` may return more if nothing else happens; `undefined`: never. */
  nextDueMs(): number | undefined;
}

/** A page may invent any number of processes. */
const MAX_VERIFIED = 20;
const MAX_UNVERIFIED = 5;
const MAX_ORIGINS = 50;
/** Concurrent fetches from processes that have responded before: one that waits must not delay another. */
const MAX_VERIFIED_FETCHES = 2;
/** Concurrent fetches from all others. */
const MAX_UNVERIFIED_FETCHES = 1;
const MAX_BURST = 60;
const FETCHES_PER_SECOND = 5;

export function createFetchSchedule(): FetchSchedule {
  const processes = new Map<string, ServerProcess>();
  /** By origin: the failures in a row of processes that have never responded, because a page may invent a key for each header. */
  const unverified = new Map<string, { readonly failures: number; readonly notBeforeMs: number }>();
  const budget = createBudget(MAX_BURST, FETCHES_PER_SECOND);
  let isFollowing = false;

  const follows = (process: ServerProcess) => isFollowing && process.isVerified && !process.isDue && !process.isFailed;

  /** Processes from which a fetch may start, now or later. Of the unverified ones, the latest is most likely that of the page. */
  const waiting = (): ServerProcess[] => {
    const verifiedFirst = [...processes.values()].filter((each) => each.isVerified);
    const all = [...verifiedFirst, ...[...processes.values()].filter((each) => !each.isVerified).reverse()];
    const running = all.filter(({ fetchingSinceMs }) => fetchingSinceMs !== undefined);
    const verified = running.filter(({ isVerified }) => isVerified).length;
    const isFull = (isVerified: boolean) =>
      isVerified ? verified >= MAX_VERIFIED_FETCHES : running.length - verified >= MAX_UNVERIFIED_FETCHES;
    return all.filter(
      (each) => each.fetchingSinceMs === undefined && (each.isDue || follows(each)) && !isFull(each.isVerified),
    );
  };

  const dueMs = (process: ServerProcess): number => {
    const backOff = process.isVerified ? undefined : unverified.get(originOf(process));
    return Math.max(process.notBeforeMs, backOff?.notBeforeMs ?? 0, budget.availableMs());
  };

  const start = (process: ServerProcess, nowMs: number): PlannedFetch | undefined => {
    const { key, cursor, parts } = process;
    const follow = follows(process);
    process.isDue = false;
    const address = fetchAddress(process.responseUrl, { key, cursor, from: parts?.text.length, follow });
    if (address === undefined) return undefined;
    process.fetchingSinceMs = nowMs;
    budget.take(nowMs);
    // Moves to the end, so that the others get their turn and the oldest is evicted first.
    processes.delete(key);
    processes.set(key, process);
    return { key, cursor, address };
  };

  const countUnverified = (process: ServerProcess, { failure }: FetchResult, nowMs: number) => {
    const origin = originOf(process);
    if (process.isVerified) unverified.delete(origin);
    else if (failure !== undefined) {
      const failures = (unverified.get(origin)?.failures ?? 0) + 1;
      unverified.delete(origin);
      unverified.set(origin, { failures, notBeforeMs: nowMs + failureDelayMs('invalid', failures) });
      const [oldest] = unverified.keys();
      if (unverified.size > MAX_ORIGINS && oldest !== undefined) unverified.delete(oldest);
    }
  };

  return {
    addHeader({ key, cursor }, responseUrl) {
      if (fetchAddress(responseUrl, { key, cursor }) === undefined) return;
      const known = processes.get(key);
      if (known) Object.assign(known, { responseUrl, isDue: true, emptyResponses: 0 });
      else {
        processes.set(key, createProcess(key, cursor, responseUrl));
        evict(processes, ({ isVerified }) => isVerified, MAX_VERIFIED);
        evict(processes, ({ isVerified }) => !isVerified, MAX_UNVERIFIED);
      }
    },
    addResponse(key, response, nowMs) {
      const process = processes.get(key);
      if (process === undefined) return { entries: [], dropped: 0, failure: undefined };
      const result = applyResponse(process, response, nowMs);
      countUnverified(process, result, nowMs);
      return result;
    },
    setFollowing(isOn) {
      isFollowing = isOn;
    },
    onNavigated() {
      unverified.clear();
      for (const each of processes.values()) {
        // May belong to a server that this page doesn't use.
        if (each.isFailed && !each.isVerified && each.fetchingSinceMs === undefined) processes.delete(each.key);
        if (each.lastFailure && fetchFailures[each.lastFailure].isOfPage) {
          Object.assign(each, { failures: 0, isFailed: false, notBeforeMs: 0 });
        }
      }
    },
    takeDue(nowMs) {
      const planned: PlannedFetch[] = [];
      for (;;) {
        const next = waiting().find((each) => dueMs(each) <= nowMs);
        if (next === undefined) return planned;
        const fetch = start(next, nowMs);
        if (fetch) planned.push(fetch);
      }
    },
    nextDueMs() {
      const times = waiting().map(dueMs);
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}

function originOf({ responseUrl }: ServerProcess): string {
  return new URL(responseUrl).origin;
}

/** Removes the oldest idle process for which `belongs` returns true, if there are more than `max` of them. */
function evict(processes: Map<string, ServerProcess>, belongs: (process: ServerProcess) => boolean, max: number): void {
  const all = [...processes.values()].filter(belongs);
  const oldest = all.find(({ fetchingSinceMs }) => fetchingSinceMs === undefined);
  if (all.length > max && oldest) processes.delete(oldest.key);
}
