import type { TrackedSuggestion } from './operation-match.ts';
// What the browser told since DevTools was opened, whatever of it was for Xero: counts, and the page's address. Outlives a cleared log.

export interface TrafficStats {
  /** Calls of the page, Xero's included. */
  readonly calls: number;
  /** Those that were not for Xero Projects. */
  readonly unrelated: number;
  /** Of the others: how many a service worker answered. Chromium alone tells. */
  readonly viaServiceWorker: number;
  /** `undefined`: the browser does not say. */
  readonly page: Page | undefined;
  /** When the latest of all began, ms since the epoch; NaN where none has a time. */
  readonly lastStartedMs: number;
  /** Others that look like Xero's behind a proxy. A new list after each change. */
  readonly suggestions: readonly TrackedSuggestion[];
}

export interface Page {
  /** Without its query and fragment. */
  readonly url: string;
  /** Whether DevTools was open when it was loaded: else what it called before is not known. */
  readonly observedLoad: boolean;
  /** Its own calls began later, ms since the epoch; `undefined` where it was there first. */
  readonly loadedAtMs?: number;
}
