// The state of live capture between entries, and the log that it writes to.

import { forgetLastMatch } from '../core/text/forget-last-match.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { type BodyQueue, createBodyQueue } from './body-queue.ts';
import { type ConnectionsDetector, createConnectionsDetector } from './connections-endpoint.ts';
import type { BrowserEntry } from './har-entry.ts';
import { createHeaderReader, type HeaderReader } from './header-reader.ts';
import { createServiceWorkerPairing, type ServiceWorkerPairing } from './merge-service-worker.ts';
import { createPreflightPairing, type PreflightPairing } from './pair-preflights.ts';
import { createTrafficMonitor, type TrafficMonitor } from './traffic-monitor.ts';

export interface CaptureOptions {
  /** URL prefixes that map to the API root, as `matchOperation` expects them. Called for each entry, because the user may change them. */
  readonly mappings?: () => readonly string[];
  /** Counts every request, to Xero or not. */
  readonly traffic?: TrafficMonitor;
  /** An entry of another page is skipped, as if it had never arrived. */
  readonly isCurrentPage?: (startedMs: number) => boolean;
  /** Called for each request, to Xero or not, with the id of its exchange if it is listed. */
  readonly onResponse?: (entry: BrowserEntry, id: number | undefined) => void;
  /** Called with the time a request began, because the browser may report it much later. */
  readonly isRecording?: (startedMs: number) => boolean;
}

export interface CaptureState extends Required<CaptureOptions> {
  readonly log: MutableExchangeLog;
  /** Stores one copy of each short text, until the log is cleared. */
  readHeaders: HeaderReader;
  readonly bodies: BodyQueue;
  /** The entry that an exchange's body is being read from, by exchange id. */
  readonly bodySources: Map<number, BrowserEntry>;
  readonly preflights: PreflightPairing;
  /** Rejected preflights that were counted in place of their requests while recording was off. */
  readonly ignoredPreflights: PreflightPairing;
  readonly serviceWorkers: ServiceWorkerPairing;
  readonly connections: ConnectionsDetector;
}

export function createCaptureState(log: MutableExchangeLog, options: CaptureOptions): CaptureState {
  const state: CaptureState = {
    log,
    mappings: options.mappings ?? (() => []),
    traffic: options.traffic ?? createTrafficMonitor(),
    isCurrentPage: options.isCurrentPage ?? (() => true),
    onResponse: options.onResponse ?? (() => {}),
    isRecording: options.isRecording ?? (() => true),
    readHeaders: createHeaderReader(),
    bodies: createBodyQueue(),
    bodySources: new Map(),
    preflights: createPreflightPairing(),
    ignoredPreflights: createPreflightPairing(),
    serviceWorkers: createServiceWorkerPairing(),
    connections: createConnectionsDetector(),
  };
  return state;
}

/** Called when the user clears the log. Forgets its exchanges, and requests that still wait for their other half. */
export function forgetEntries(state: CaptureState): void {
  state.readHeaders = createHeaderReader();
  state.bodySources.clear();
  state.traffic.forgetFailed();
  for (const each of [state.bodies, state.preflights, state.ignoredPreflights, state.serviceWorkers, state.connections])
    each.clear();
  forgetLastMatch();
}
