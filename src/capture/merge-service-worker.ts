// Merges the two entries that Chromium reports for a request through a service worker: the page's own and the worker's fetch.

import type { Entry } from 'har-format';
import type { Exchange } from '../core/model/exchange.ts';
import { isViaServiceWorker } from './har-entry.ts';
import { createPendingQueue } from './pending-queue.ts';

export interface ServiceWorkerPairing {
  /** Removes and returns the id of the exchange with the other half of this request. */
  find(entry: Entry): number | undefined;
  add(entry: Entry, id: number): void;
  clear(): void;
}

interface PendingHalf {
  readonly id: number;
  readonly request: string;
  readonly isPageHalf: boolean;
  readonly startMs: number;
  readonly endMs: number;
}

const MAX_PENDING = 100;
const CLOCK_TOLERANCE_MS = 50;

export function createServiceWorkerPairing(): ServiceWorkerPairing {
  const halves = createPendingQueue<PendingHalf>(MAX_PENDING);
  return {
    find(entry) {
      const half = halfOf(entry, 0);
      return halves.take(
        (each) => each.isPageHalf !== half.isPageHalf && each.request === half.request && within(half, each),
      )?.id;
    },
    add: (entry, id) => halves.add(halfOf(entry, id)),
    clear: halves.clear,
  };
}

/** `first` arrived first, and its id stays. The page's half has the response that the page received; the worker's half has the headers that were sent. */
export function mergePair(first: Exchange, second: Exchange): Exchange {
  const [page, worker] = second.viaServiceWorker ? [second, first] : [first, second];
  const full = worker.request.headers.length > page.request.headers.length ? worker.request : page.request;
  const request = page.request.body.kind === 'none' ? worker.request : page.request;
  return {
    ...page,
    id: first.id,
    request: { ...page.request, headers: full.headers, token: full.token ?? page.request.token, body: request.body },
  };
}

/** The worker fetches while the page waits, so the worker's time lies within the page's. */
function within(a: PendingHalf, b: PendingHalf): boolean {
  const [page, worker] = a.isPageHalf ? [a, b] : [b, a];
  return worker.startMs >= page.startMs - CLOCK_TOLERANCE_MS && worker.endMs <= page.endMs + CLOCK_TOLERANCE_MS;
}

function halfOf(entry: Entry, id: number): PendingHalf {
  const startMs = Date.parse(entry.startedDateTime);
  return {
    id,
    request: `${entry.request.method} ${entry.request.url}`,
    isPageHalf: isViaServiceWorker(entry),
    startMs,
    endMs: startMs + Math.max(0, entry.time),
  };
}
