// What is known when a request is missing from the list. The reasons are evaluated from these facts alone.

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
  /** Whether the browser reported a request that began after the page was loaded. Also true if no load was observed. */
  readonly capturedSinceLoad: boolean;
  /** The number of those that weren't for Xero and that a service worker handled. */
  readonly viaServiceWorker: number;
  /** WebSockets on paths of Xero Projects that have closed. */
  readonly webSockets: number;
  readonly unrecorded: number;
  /** The number of exchanges in the log. */
  readonly exchanges: number;
  /** The number of exchanges in the list. */
  readonly shown: number;
  /** The number of exchanges that went straight to Xero and were blocked by the browser. */
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
