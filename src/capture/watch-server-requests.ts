// Fetches the requests that development servers made, through the inspected page, when a response announces them.

import type { Exchange } from '../core/model/exchange.ts';
import type { ServerStats } from '../core/model/server-stats.ts';
import { isFetchAddress } from '../core/server-requests/fetch-address.ts';
import { createFetchSchedule, type PlannedFetch } from '../core/server-requests/fetch-schedule.ts';
import { parseServerHeader, SERVER_HEADER } from '../core/server-requests/parse-header.ts';
import {
  MAX_RESPONSE_CHARS,
  parseRecorderResponse,
  type RecorderResponse,
  type ServerEntry,
} from '../core/server-requests/parse-recorder-response.ts';
import type { FetchResult } from '../core/server-requests/server-process.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { type FetchOutcome, fetchExpression, outcomeExpression, parseOutcome, STARTED } from './fetch-in-page.ts';
import type { BrowserEntry } from './har-entry.ts';
import { createPageRequests } from './page-requests.ts';
import { readWholeText } from './read-response-body.ts';

export interface ServerRequestOptions {
  /** Evaluates code in the inspected page; `value` is `undefined` if that fails. */
  readonly evaluate: (expression: string, callback: (value: unknown) => void) => void;
  /** Creates exchanges with new ids from the entries that are for Xero, in order. */
  readonly createExchanges: (entries: readonly ServerEntry[], nextId: () => number) => Promise<readonly Exchange[]>;
  /** Whether server requests are shown. Called for each response, because the user may change it. */
  readonly isOn: () => boolean;
  /** Whether to also show requests that no page caused. */
  readonly isFollowing: () => boolean;
  /** By start time, as in `CaptureOptions`. */
  readonly isCurrentPage: (startedMs: number) => boolean;
  readonly isRecording: (startedMs: number) => boolean;
}

export interface ServerRequestWatcher {
  readonly stats: ServerStats;
  /** Whether the entry belongs to a fetch by this watcher. If so, reads it; it must not be listed. */
  takeOwn(entry: BrowserEntry): boolean;
  /** `id`: the id of the exchange, if it is listed. */
  onResponse(entry: BrowserEntry, id: number | undefined): void;
  onNavigated(): void;
  onSettingsChanged(): void;
}

interface RunningFetch extends PlannedFetch {
  readonly id: number;
  readonly startedMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The status of its entry, if that had no body to read. */
  statusWithoutBody: number | undefined;
  /** Its entry had a body that isn't JSON: the wrong body, or only part of it. */
  isNotJson: boolean;
  /** The outcome in the page, once known. */
  outcome: FetchOutcome | undefined;
  isDone: boolean;
}

/** Delays between checks of the fetch's outcome in the page. Usually its entry arrives first. */
const CHECK_DELAYS_MS = [200, 300, 500, 1_000, 3_000];
/** The entry may arrive after the page has its response. */
const MAX_ENTRY_LAG_MS = 2_000;
const MAX_FETCH_MS = 45_000;
/** Includes abandoned fetches, whose entries must not be listed either. */
const MAX_OWN_ADDRESSES = 200;

export function watchServerRequests(log: MutableExchangeLog, options: ServerRequestOptions): ServerRequestWatcher {
  const { evaluate, createExchanges, isOn, isFollowing, isCurrentPage, isRecording } = options;
  const schedule = createFetchSchedule();
  const pageRequests = createPageRequests(log);
  const running = new Map<string, RunningFetch>();
  const ownAddresses = new Set<string>();
  let stats: ServerStats = { announcements: 0, received: 0, dropped: 0, failure: undefined };
  let lastId = 0;
  let wakeUp: ReturnType<typeof setTimeout> | undefined;
  /** Exchanges are added in the order of the responses. */
  let adding: Promise<unknown> = Promise.resolve();

  const setStats = (next: Partial<ServerStats>) => {
    stats = { ...stats, ...next };
    log.notifyUnrelated(true);
  };

  const startDue = () => {
    clearTimeout(wakeUp);
    if (!isOn()) return;
    schedule.setFollowing(isFollowing());
    for (const planned of schedule.takeDue(Date.now())) start(planned);
    const nextMs = schedule.nextDueMs();
    if (nextMs !== undefined) wakeUp = setTimeout(startDue, Math.max(0, nextMs - Date.now()));
  };

  const start = (planned: PlannedFetch) => {
    const fetch: RunningFetch = {
      ...planned,
      id: ++lastId,
      startedMs: Date.now(),
      timer: undefined,
      isDone: false,
      statusWithoutBody: undefined,
      isNotJson: false,
      outcome: undefined,
    };
    running.set(fetch.address, fetch);
    ownAddresses.add(fetch.address);
    const [oldest] = ownAddresses;
    if (ownAddresses.size > MAX_OWN_ADDRESSES && oldest !== undefined) ownAddresses.delete(oldest);
    evaluate(fetchExpression(fetch.id, fetch.address), (value) => {
      // Chromium can't evaluate code in a new page right away.
      if (value !== STARTED) end(fetch, fail('page-left'));
    });
    checkLater(fetch, CHECK_DELAYS_MS);
  };

  const checkLater = (fetch: RunningFetch, delays: readonly number[]) => {
    const [delayMs = 0, ...rest] = delays;
    fetch.timer = setTimeout(
      () => evaluate(outcomeExpression(fetch.id), (value) => onOutcome(fetch, value, rest.length > 0 ? rest : delays)),
      delayMs,
    );
  };

  const onOutcome = (fetch: RunningFetch, value: unknown, nextDelays: readonly number[]) => {
    if (fetch.isDone) return;
    const outcome = parseOutcome(value);
    const tookMs = Date.now() - fetch.startedMs;
    const hasResponse = (fetch.statusWithoutBody ?? 0) > 0;
    if (outcome === 'policy') end(fetch, fail('page-policy'));
    else if (outcome === 'redirected') end(fetch, fail('not-json'));
    else if (outcome === 'gone') end(fetch, fail('page-left'));
    else if (outcome === 'failed-elsewhere' && hasResponse) end(fetch, fail('no-cors'));
    else if (outcome === 'pending' && tookMs < MAX_FETCH_MS) checkLater(fetch, nextDelays);
    else if (fetch.isNotJson) endWithoutJson(fetch, outcome);
    else {
      fetch.outcome = outcome;
      const failure = fail(outcome === 'loaded' || hasResponse ? 'unreadable' : 'network');
      const isOver = outcome === 'pending' || fetch.statusWithoutBody === 0;
      fetch.timer = setTimeout(() => end(fetch, failure), isOver ? 0 : MAX_ENTRY_LAG_MS);
    }
  };

  const readOwn = async (fetch: RunningFetch, entry: BrowserEntry) => {
    const { status, content } = entry.response;
    if (status === 404) return end(fetch, fail('other-process'));
    if (status === 403) return end(fetch, fail('refused'));
    if (status !== 200 && status !== 0) return end(fetch, fail('not-json'));
    if (content?.size > MAX_RESPONSE_CHARS * 3) return end(fetch, fail('too-large'));
    const text = status === 0 ? undefined : await readWholeText(entry);
    // Without a body, it is one of the two entries of a request through a service worker, or the outcome says why.
    if (text === undefined) {
      fetch.statusWithoutBody = status;
      return;
    }
    const response = parseRecorderResponse(text, fetch);
    if (response.kind !== 'failure' || response.failure !== 'not-json') return end(fetch, response);
    fetch.isNotJson = true;
    if (fetch.outcome !== undefined) endWithoutJson(fetch, fetch.outcome);
  };

  /** Firefox reports a response whose connection broke like any other. Only the page knows that it is incomplete. */
  const endWithoutJson = (fetch: RunningFetch, outcome: FetchOutcome) =>
    end(fetch, fail(outcome === 'loaded' ? 'not-json' : 'network'));

  const end = (fetch: RunningFetch, response: RecorderResponse) => {
    if (fetch.isDone) return;
    fetch.isDone = true;
    clearTimeout(fetch.timer);
    running.delete(fetch.address);
    const result = schedule.addResponse(fetch.key, response, Date.now());
    // The user may have switched it off meanwhile.
    if (isOn()) apply(fetch, response, result);
    startDue();
  };

  const apply = ({ address }: RunningFetch, response: RecorderResponse, { entries, dropped, failure }: FetchResult) => {
    const { host } = new URL(address);
    if (failure !== undefined) setStats({ failure: { kind: failure, host } });
    else if (response.kind !== 'failure' && stats.failure?.host === host) setStats({ failure: undefined });
    if (dropped > 0) setStats({ dropped: stats.dropped + dropped });
    if (entries.length === 0) return;
    adding = adding.then(() => add(entries)).catch((error: unknown) => console.error(error));
  };

  const add = async (entries: readonly ServerEntry[]) => {
    const exchanges = await createExchanges(entries, log.nextId);
    const current = exchanges.filter(({ startedMs }) => isCurrentPage(startedMs));
    const recorded = current.filter(({ startedMs }) => isRecording(startedMs));
    for (let i = recorded.length; i < current.length; i++) log.countIgnored();
    log.appendAll(pageRequests.complete(recorded));
    stats = { ...stats, received: stats.received + exchanges.length };
  };

  return {
    get stats() {
      return stats;
    },
    takeOwn(entry) {
      const { url } = entry.request;
      if (!isFetchAddress(url) || !ownAddresses.has(url)) return false;
      const fetch = running.get(url);
      if (fetch) void readOwn(fetch, entry);
      return true;
    },
    onResponse(entry, id) {
      const header = findServerHeader(entry);
      if (header === undefined) return;
      stats = { ...stats, announcements: stats.announcements + 1 };
      if (!isOn()) return;
      // Preloads the code.
      if (stats.announcements === 1) createExchanges([], log.nextId).catch((error: unknown) => console.error(error));
      pageRequests.add(header, entry, id);
      schedule.addHeader(header, entry.request.url);
      startDue();
    },
    onNavigated() {
      schedule.onNavigated();
      startDue();
    },
    onSettingsChanged: startDue,
  };
}

function fail(failure: Extract<RecorderResponse, { kind: 'failure' }>['failure']): RecorderResponse {
  return { kind: 'failure', failure };
}

/** Called for every request of the page. */
function findServerHeader({ response: { headers } }: BrowserEntry) {
  for (const { name, value } of headers ?? []) {
    if (name.length === SERVER_HEADER.length && name.toLowerCase() === SERVER_HEADER) return parseServerHeader(value);
  }
  return undefined;
}
