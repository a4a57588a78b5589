// Counts requests. Of unrelated ones, it stores only recent URLs and prefixes that may map to Xero's API.

import { createSuggestionTracker } from '../core/mappings/suggestion-log.ts';
import type { Page, TrafficStats } from '../core/model/traffic-stats.ts';
import { MAX_UNRELATED_URL_CHARS, stripFragment, stripQuery } from '../core/text/url.ts';
import { type BrowserEntry, isViaServiceWorker, mayBeDocument } from './har-entry.ts';

export interface TrafficMonitor extends TrafficStats {
  countMatched(entry: BrowserEntry): void;
  /** Returns whether it looks like a request to Xero. Reads header names only, never values. */
  countUnrelated(entry: BrowserEntry): boolean;
  /** Of the unrelated ones. */
  countWebSocket(): void;
  /** When recent requests for a document at this URL began. */
  startTimes(url: string): readonly number[];
  setPage(page: Page): void;
}

const MAX_START_TIMES = 50;

export function createTrafficMonitor(): TrafficMonitor {
  const suggestions = createSuggestionTracker();
  let requestCount = 0;
  let unrelated = 0;
  let viaServiceWorker = 0;
  let webSockets = 0;
  let recent: { url: string; startedMs: number }[] = [];
  let lastStartedMs = Number.NaN;
  let page: Page | undefined;
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
    countMatched(entry) {
      count(entry);
    },
    countUnrelated(entry) {
      const startedMs = count(entry);
      unrelated++;
      if (isViaServiceWorker(entry)) viaServiceWorker++;
      const { method, url, headers } = entry.request;
      if (mayBeDocument(entry)) recent = [...recent.slice(1 - MAX_START_TIMES), { url: comparableUrl(url), startedMs }];
      const requestHeaders = headerNames(headers);
      return suggestions.add({ method, url, requestHeaders, responseHeaders: headerNames(entry.response.headers) });
    },
    countWebSocket() {
      webSockets++;
    },
    startTimes: (url) => recent.filter((each) => each.url === comparableUrl(url)).map(({ startedMs }) => startedMs),
    setPage(next) {
      page = { ...next, url: stripQuery(next.url).slice(0, MAX_UNRELATED_URL_CHARS) };
    },
  };
}

function comparableUrl(url: string): string {
  return stripFragment(url.slice(0, MAX_UNRELATED_URL_CHARS));
}

function headerNames(headers: BrowserEntry['request']['headers'] | undefined): string[] {
  return (headers ?? []).map(({ name }) => name.toLowerCase());
}
