// Merges the browser's HAR at the start of capture with the entries that it reports as events.

import type { Entry } from 'har-format';
import { matchOperation } from '../core/match/match-operation.ts';
import type { CaptureState } from './capture-state.ts';
import { isPreflight } from './cors.ts';
import { type BrowserEntry, entryKey, networkError } from './har-entry.ts';
import { recordEntry } from './record-entry.ts';
import { recordRequest, updateRequest } from './record-request.ts';

export interface HarMerge {
  onEvent(entry: BrowserEntry): void;
  /**
   * Firefox's listener takes effect only some time after it was added; requests that finished earlier are only in the HAR. Call it once:
   * Firefox loses the events of requests that end while it builds a HAR.
   */
  mergeHar(har: unknown): void;
  /** Forgets the requests that have had no event yet. */
  clear(): void;
}

export function createHarMerge(state: CaptureState): HarMerge {
  /** How often each request was reported before the HAR was merged; `undefined` afterwards. */
  let eventCounts: Map<string, number> | undefined = new Map();
  /** The ids, by key, of requests that were recorded from the HAR and have had no event yet; `undefined` for those that were not recorded. */
  const recordedFromHar = new Map<string, (number | undefined)[]>();

  return {
    onEvent(entry) {
      const key = entryKey(entry);
      eventCounts?.set(key, (eventCounts.get(key) ?? 0) + 1);
      const ids = recordedFromHar.get(key) ?? [];
      if (ids.length === 0) {
        recordEntry(state, entry);
        return;
      }
      const id = ids.shift();
      if (ids.length === 0) recordedFromHar.delete(key);
      if (id !== undefined) updateRequest(state, entry, id);
    },
    mergeHar(har) {
      const entries = harEntries(har);
      const counts = eventCounts ?? new Map<string, number>();
      eventCounts = undefined;
      for (const entry of entries) {
        const key = entryKey(entry);
        const count = counts.get(key) ?? 0;
        counts.set(key, count - 1);
        if (count > 0 || isPending(entry)) continue;
        recordedFromHar.set(key, [...(recordedFromHar.get(key) ?? []), recordEntry(state, entry)]);
      }
      recordRejectedRequests(state, entries);
    },
    clear: () => recordedFromHar.clear(),
  };
}

/** A request that looks pending was blocked if its preflight was rejected. */
function recordRejectedRequests(state: CaptureState, entries: readonly BrowserEntry[]): void {
  for (const entry of entries.filter(isPending)) {
    const startedMs = Date.parse(entry.startedDateTime);
    if (!state.isCurrentPage(startedMs) || !state.isRecording(startedMs)) continue;
    const match = matchOperation(entry.request.method, entry.request.url, state.mappings());
    if (match && state.preflights.wasRejected(entry)) recordRequest(state, entry, match);
  }
}

/** Still in progress, or blocked before it was sent: no status, no error and no timings. Its event, if any, has more. */
function isPending(entry: Entry): boolean {
  const hasTimings = Object.values(entry.timings ?? {}).some((each) => typeof each === 'number');
  return entry.response.status === 0 && networkError(entry) === '' && !hasTimings;
}

/** `har` is a HAR or its `log`. Preflights come first: the HAR lists a request before the preflight that it waited for. */
function harEntries(har: unknown): BrowserEntry[] {
  const log = typeof har === 'object' && har !== null && 'log' in har ? har.log : har;
  const entries: unknown = typeof log === 'object' && log !== null && 'entries' in log ? log.entries : undefined;
  if (!Array.isArray(entries)) return [];
  return [...entries.filter(isPreflight), ...entries.filter((entry) => !isPreflight(entry))];
}
