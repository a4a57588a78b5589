// Counts requests. Of unrelated ones, it stores only prefixes that may map to Xero's API, the paths of failed ones, and hashes of URLs.

import { createSuggestionTracker } from '../core/mappings/suggestion-log.ts';
import { countRequest, type RequestCount } from '../core/model/request-count.ts';
import type { Page, TrafficStats } from '../core/model/traffic-stats.ts';
import { displayPath } from '../core/secrets/display-path.ts';
import { fingerprint } from '../core/secrets/fingerprint.ts';
import { MAX_UNRELATED_URL_CHARS, stripFragment, stripQuery } from '../core/text/url.ts';
import { type BrowserEntry, isViaServiceWorker, mayBeDocument, mayBeForData } from './har-entry.ts';

export interface TrafficMonitor extends TrafficStats {
  countMatched(entry: BrowserEntry): void;
  /** Returns whether it looks like a request to Xero. Reads header names only, never values. */
  countUnrelated(entry: BrowserEntry): boolean;
  /** Counts an unrelated request that is a WebSocket. */
  countWebSocket(): void;
  /** When recent requests for a document at this URL began. */
  startTimes(url: string): readonly number[];
  setPage(page: Page): void;
  forgetFailed(): void;
}

const MAX_START_TIMES = 50;
const MAX_FAILED = 20;
const MAX_METHOD_CHARS = 20;

export function createTrafficMonitor(): TrafficMonitor {
  const suggestions = createSuggestionTracker();
  let requestCount = 0;
  let unrelated = 0;
  let viaServiceWorker = 0;
  let webSockets = 0;
  /** The URLs may contain secrets, so only their hashes are stored. */
  let recent: { urlHash: string; startedMs: number }[] = [];
  let lastStartedMs = Number.NaN;
  let page: Page | undefined;
  let failed: readonly RequestCount[] = [];
  const count = (entry: BrowserEntry) => {
    requestCount++;
    const startedMs = Date.parse(entry.startedDateTime);
    if (!(startedMs <= lastStartedMs) && !Number.isNaN(startedMs)) lastStartedMs = startedMs;
    return startedMs;
  };
  return {
    get requestCount() {
      return requestCount;
    },
    get unrelated() {
      return unrelated;
    },
    get viaServiceWorker() {
      return viaServiceWorker;
    },
    get webSockets() {
      return webSockets;
    },
    get lastStartedMs() {
      return lastStartedMs;
    },
    get page() {
      return page;
    },
    get suggestions() {
      return suggestions.all;
    },
    get failed() {
      return failed;
    },
    countMatched(entry) {
      count(entry);
    },
    countUnrelated(entry) {
      const startedMs = count(entry);
      unrelated++;
      if (isViaServiceWorker(entry)) viaServiceWorker++;
      const { method, url, headers } = entry.request;
      if (mayBeDocument(entry)) recent = [...recent.slice(1 - MAX_START_TIMES), { urlHash: hashUrl(url), startedMs }];
      const requestHeaders = headerNames(headers);
      const responseHeaders = headerNames(entry.response.headers);
      if (suggestions.add({ method, url, requestHeaders, responseHeaders })) return true;
      const failure = failureOf(entry);
      if (failure) failed = countRequest(failed, failure, MAX_FAILED);
      return false;
    },
    countWebSocket() {
      webSockets++;
    },
    startTimes(url) {
      const urlHash = hashUrl(url);
      return recent.filter((each) => each.urlHash === urlHash).map(({ startedMs }) => startedMs);
    },
    setPage(next) {
      page = { ...next, url: stripQuery(next.url).slice(0, MAX_UNRELATED_URL_CHARS) };
    },
    forgetFailed() {
      failed = [];
    },
  };
}

/** `undefined` unless a server may have failed to handle it: neither for a preflight nor for a file that doesn't exist. */
function failureOf(entry: BrowserEntry): Omit<RequestCount, 'count'> | undefined {
  const { method, url } = entry.request;
  const { status } = entry.response;
  if (!(status >= 400) || method === 'OPTIONS' || !mayBeForData(entry)) return undefined;
  if (url.length > MAX_UNRELATED_URL_CHARS || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  if (status === 404 && /\.[a-z0-9]{1,10}$/i.test(address.pathname)) return undefined;
  const shown = method.slice(0, MAX_METHOD_CHARS).toUpperCase();
  return { method: shown, hostname: address.hostname, path: displayPath(address), status };
}

function hashUrl(url: string): string {
  return fingerprint(stripFragment(url.slice(0, MAX_UNRELATED_URL_CHARS)));
}

function headerNames(headers: BrowserEntry['request']['headers'] | undefined): string[] {
  return (headers ?? []).map(({ name }) => name.toLowerCase());
}
