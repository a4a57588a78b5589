// Counts what is heard, and keeps of calls that are not Xero's no more than a prefix that may stand for it.

import type { Heard, Page } from '../core/heard.ts';
import { rememberSuggestions } from '../core/mapping-suggestions.ts';
import { type BrowserEntry, viaServiceWorker } from './har-entry.ts';

export interface Hearing extends Heard {
  xeros(): void;
  /** Of its headers the names are looked at, never the values. Whether it looks like Xero's. */
  other(entry: BrowserEntry): boolean;
  whileNotRecording(): void;
  onPage(page: Page): void;
}

const longestAddress = 2_048;

export function createHearing(): Hearing {
  const suggestions = rememberSuggestions();
  let calls = 0;
  let others = 0;
  let throughWorkers = 0;
  let unrecorded = 0;
  let page: Page | undefined;
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
    get unrecorded() {
      return unrecorded;
    },
    get page() {
      return page;
    },
    get suggestions() {
      return suggestions.all;
    },
    xeros() {
      calls++;
    },
    other(entry) {
      calls++;
      others++;
      if (viaServiceWorker(entry)) throughWorkers++;
      const { method, url, headers } = entry.request;
      const requestHeaders = namesOf(headers);
      return suggestions.add({ method, url, requestHeaders, answerHeaders: namesOf(entry.response.headers) });
    },
    whileNotRecording() {
      unrecorded++;
    },
    onPage({ url, wasSeenLoading }) {
      page = { url: url.replace(/[?#].*$/s, '').slice(0, longestAddress), wasSeenLoading };
    },
  };
}

function namesOf(headers: BrowserEntry['request']['headers'] | undefined): string[] {
  return (headers ?? []).map(({ name }) => name.toLowerCase());
}
