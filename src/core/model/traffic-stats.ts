// Statistics of all traffic since DevTools was opened, for Xero or not, and the page's URL. Not reset when the log is cleared.

import type { TrackedSuggestion } from './operation-match.ts';
import type { RequestCount } from './request-count.ts';

export interface TrafficStats {
  /** All requests of the page. */
  readonly requestCount: number;
  /** Requests that were not for Xero Projects. */
  readonly unrelated: number;
  /** Requests for Xero Projects to which a service worker responded. Only Chromium reports this. */
  readonly viaServiceWorker: number;
  /** WebSockets on paths of Xero Projects. Browsers report one when it closes. */
  readonly webSockets: number;
  /** `undefined` if the browser does not report it. */
  readonly page: Page | undefined;
  /** Start of the latest request, ms since the epoch; NaN if none has a time. */
  readonly lastStartedMs: number;
  /** Suggestions for unrelated requests that may be for Xero behind a proxy. A new array after each change. */
  readonly suggestions: readonly TrackedSuggestion[];
  /** Recent failed requests that aren't for Xero, the latest last; forgotten when the user clears the log. A new array after each change. */
  readonly failed: readonly RequestCount[];
}

export interface Page {
  /** Without its query and fragment. */
  readonly url: string;
  /** Whether DevTools was open when the page was loaded; if not, its earlier requests are unknown. */
  readonly observedLoad: boolean;
  /** All requests of the page began after this time, ms since the epoch; `undefined` for the initial page. */
  readonly loadedAtMs?: number;
}
