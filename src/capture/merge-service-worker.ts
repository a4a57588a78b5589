// Folds the two entries that Chromium makes of one call through a service worker: the page's own, and the worker's fetch behind it.

import type { Entry } from 'har-format';
import type { Exchange } from '../core/model/exchange.ts';
import { isViaServiceWorker } from './har-entry.ts';
import { createPendingQueue } from './pending-queue.ts';

export interface ServiceWorkerPairing {
  /** The id of the exchange that is the other half of this call; each half is given once. */
  find(entry: Entry): number | undefined;
  add(entry: Entry, id: number): void;
}

interface PendingHalf {
  readonly id: number;
  readonly call: string;
  readonly flagged: boolean;
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
      return halves.take((each) => each.flagged !== half.flagged && each.call === half.call && within(half, each))?.id;
    },
    add: (entry, id) => halves.add(halfOf(entry, id)),
  };
}

/** The page's half knows the answer as the page got it; the worker's has the headers as they went over the wire. */
export function mergePair(known: Exchange, heard: Exchange): Exchange {
  const [page, worker] = heard.viaServiceWorker ? [heard, known] : [known, heard];
  const full = worker.request.headers.length > page.request.headers.length ? worker.request : page.request;
  const request = page.request.body.kind === 'none' ? worker.request : page.request;
  return {
    ...page,
    id: known.id,
    request: { ...page.request, headers: full.headers, token: full.token ?? page.request.token, body: request.body },
  };
}

/** The worker fetches while the page waits: the one's time lies within the other's. */
function within(a: PendingHalf, b: PendingHalf): boolean {
  const [page, worker] = a.flagged ? [a, b] : [b, a];
  return worker.startMs >= page.startMs - CLOCK_TOLERANCE_MS && worker.endMs <= page.endMs + CLOCK_TOLERANCE_MS;
}

function halfOf(entry: Entry, id: number): PendingHalf {
  const startMs = Date.parse(entry.startedDateTime);
  return {
    id,
    call: `${entry.request.method} ${entry.request.url}`,
    flagged: isViaServiceWorker(entry),
    startMs,
    endMs: startMs + Math.max(0, entry.time),
  };
}
