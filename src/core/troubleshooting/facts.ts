// What is known when a call is missed in the list. The reasons are judged by these and nothing else.

import type { ClearEvent } from '../model/exchange-log.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';
import type { Page } from '../model/traffic-stats.ts';

export interface TroubleshootingFacts {
  readonly browser: 'chromium' | 'firefox';
  readonly isDisconnected: boolean;
  readonly isRecording: boolean;
  readonly page: Page | undefined;
  /** All calls that the browser told of, since DevTools was opened. */
  readonly captured: number;
  /** Whether the browser told of a call that began since the page was loaded; true as well where no load was seen. */
  readonly capturedSinceLoad: boolean;
  /** Of those that were not for Xero, how many a service worker answered. */
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
  /** Neither mapped nor waved away; the surest first. */
  readonly suggestions: readonly TrackedSuggestion[];
  /** Calls that fit a suggestion which was waved away. */
  readonly dismissed: number;
  readonly mappings: number;
}
