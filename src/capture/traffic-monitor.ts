// Counts requests, and stores of unrelated ones no more than a prefix that may stand for Xero's API.

import { createSuggestionTracker } from '../core/mappings/suggestion-log.ts';
import type { Page, TrafficStats } from '../core/model/traffic-stats.ts';
import { MAX_UNRELATED_URL_CHARS, stripFragment, stripQuery } from '../core/text/url.ts';
import { type BrowserEntry, isViaServiceWorker } from './har-entry.ts';

export interface TrafficMonitor extends TrafficStats {
  countMatched(entry: BrowserEntry): void;
  /** Returns whether it looks like a request to Xero. Reads header names only, never values. */
  countUnrelated(entry: BrowserEntry): boolean;
  /** When requests to this URL began, among the latest of all requests. */
  startTimes(url: string): readonly number[];
  setPage(page: Page): void;
}

const MAX_START_TIMES = 50;

export function createTrafficMonitor(): TrafficMonitor {
  const suggestions = createSuggestionTracker();
  let calls = 0;
  let others = 0;
  let throughWorkers = 0;
  let latest: { url: string; startedMs: number }[] = [];
  let lastStartedMs = Number.NaN;
  let page: Page | undefined;
  const count = (entry: BrowserEntry) => {
    calls++;
    const startedMs = Date.parse(entry.startedDateTime);
    if (!(startedMs <= lastStartedMs) && !Number.isNaN(startedMs)) lastStartedMs = startedMs;
    return startedMs;
  };
  return {
    get calls() {
      return calls;
    },
    get unrelated() {
      return others;
    },
    get viaServiceWorker() {
      return throughWorkers;
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
      others++;
      if (isViaServiceWorker(entry)) throughWorkers++;
      const { method, url, headers } = entry.request;
      latest = [...latest.slice(1 - MAX_START_TIMES), { url: comparableUrl(url), startedMs }];
      const requestHeaders = namesOf(headers);
      return suggestions.add({ method, url, requestHeaders, answerHeaders: namesOf(entry.response.headers) });
    },
    startTimes: (url) => latest.filter((each) => each.url === comparableUrl(url)).map(({ startedMs }) => startedMs),
    setPage(next) {
      page = { ...next, url: stripQuery(next.url).slice(0, MAX_UNRELATED_URL_CHARS) };
    },
  };
}

function comparableUrl(url: string): string {
  return stripFragment(url.slice(0, MAX_UNRELATED_URL_CHARS));
}

function namesOf(headers: BrowserEntry['request']['headers'] | undefined): string[] {
  return (headers ?? []).map(({ name }) => name.toLowerCase());
}
