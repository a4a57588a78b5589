// Folds the two entries that Chromium makes of one call through a service worker: the page's own, and the worker's fetch behind it.

import type { Entry } from 'har-format';
import type { Exchange } from '../core/model/exchange.ts';
import { viaServiceWorker } from './har-entry.ts';
import { createWaiting } from './pending-queue.ts';

export interface ServiceWorkerTwins {
  /** The id of the exchange that is the other half of this call; each half is given once. */
  find(entry: Entry): number | undefined;
  add(entry: Entry, id: number): void;
}

interface Half {
  readonly id: number;
  readonly call: string;
  readonly flagged: boolean;
  readonly startMs: number;
  readonly endMs: number;
}

const mostRemembered = 100;
const slackMs = 50;

export function rememberTwins(): ServiceWorkerTwins {
  const halves = createWaiting<Half>(mostRemembered);
  return {
    find(entry) {
      const half = halfOf(entry, 0);
      return halves.take((each) => each.flagged !== half.flagged && each.call === half.call && within(half, each))?.id;
    },
    add: (entry, id) => halves.add(halfOf(entry, id)),
  };
}

/** The page's half knows the answer as the page got it; the worker's has the headers as they went over the wire. */
export function foldTwins(known: Exchange, heard: Exchange): Exchange {
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
function within(a: Half, b: Half): boolean {
  const [page, worker] = a.flagged ? [a, b] : [b, a];
  return worker.startMs >= page.startMs - slackMs && worker.endMs <= page.endMs + slackMs;
}

function halfOf(entry: Entry, id: number): Half {
  const startMs = Date.parse(entry.startedDateTime);
  return {
    id,
    call: `${entry.request.method} ${entry.request.url}`,
    flagged: viaServiceWorker(entry),
    startMs,
    endMs: startMs + Math.max(0, entry.time),
  };
}
