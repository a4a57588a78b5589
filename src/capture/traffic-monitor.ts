// Counts what is heard, and keeps of calls that are not Xero's no more than a prefix that may stand for it.

import { rememberSuggestions } from '../core/mappings/suggestion-log.ts';
import type { Heard, Page } from '../core/model/traffic-stats.ts';
import { type BrowserEntry, viaServiceWorker } from './har-entry.ts';

export interface Hearing extends Heard {
  xeros(entry: BrowserEntry): void;
  /** Of its headers the names are looked at, never the values. Whether it looks like Xero's. */
  other(entry: BrowserEntry): boolean;
  /** When calls to this address began, the latest of all calls alone. */
  startsOf(url: string): readonly number[];
  onPage(page: Page): void;
}

const longestAddress = 2_048;
const mostLatest = 50;

export function createHearing(): Hearing {
  const suggestions = rememberSuggestions();
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
    get others() {
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
    xeros(entry) {
      count(entry);
    },
    other(entry) {
      const startedMs = count(entry);
      others++;
      if (viaServiceWorker(entry)) throughWorkers++;
      const { method, url, headers } = entry.request;
      latest = [...latest.slice(1 - mostLatest), { url: withoutFragment(url), startedMs }];
      const requestHeaders = namesOf(headers);
      return suggestions.add({ method, url, requestHeaders, answerHeaders: namesOf(entry.response.headers) });
    },
    startsOf: (url) => latest.filter((each) => each.url === withoutFragment(url)).map(({ startedMs }) => startedMs),
    onPage(next) {
      page = { ...next, url: next.url.replace(/[?#].*$/s, '').slice(0, longestAddress) };
    },
  };
}

function withoutFragment(url: string): string {
  return url.slice(0, longestAddress).replace(/#.*$/s, '');
}

function namesOf(headers: BrowserEntry['request']['headers'] | undefined): string[] {
  return (headers ?? []).map(({ name }) => name.toLowerCase());
}
