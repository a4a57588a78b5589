// What is known when a request is missing from the list. The reasons are evaluated by these facts and nothing else.

import type { ClearEvent } from '../model/exchange-log.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';
import type { RequestCount } from '../model/request-count.ts';
import type { ServerStats } from '../model/server-stats.ts';
import type { Page } from '../model/traffic-stats.ts';

export interface TroubleshootingFacts {
  readonly browser: 'chromium' | 'firefox';
  readonly isDisconnected: boolean;
  readonly isRecording: boolean;
  readonly page: Page | undefined;
  /** All requests that the browser reported since DevTools was opened. */
  readonly captured: number;
  /** Whether the browser reported a request that began since the page was loaded; true as well if no load was seen. */
  readonly capturedSinceLoad: boolean;
  /** Of those that were not for Xero, how many a service worker handled. */
  readonly viaServiceWorker: number;
  /** WebSockets on paths of Xero Projects that have closed. */
  readonly webSockets: number;
  readonly unrecorded: number;
  /** In the log, and of these in the list. */
  readonly exchanges: number;
  readonly shown: number;
  /** Of the exchanges, those that went straight to Xero and were refused by the browser. */
  readonly direct: number;
  readonly dropped: number;
  readonly cleared: ClearEvent | undefined;
  /** Neither mapped nor dismissed; the most certain first. */
  readonly suggestions: readonly TrackedSuggestion[];
  /** Requests that match a dismissed suggestion. */
  readonly dismissed: number;
  readonly mappings: number;
  /** About the requests that development servers announced, and whether these are shown. */
  readonly server: ServerStats;
  readonly showsServer: boolean;
  /** Failed requests to the page’s own servers, the latest first. */
  readonly failed: readonly RequestCount[];
}
