// Listens to the browser's network events from the moment DevTools opens and records requests to Xero in the log.

import type { MutableExchangeLog } from '../log/create-log.ts';
import { type CaptureOptions, createCaptureState, forgetEntries } from './capture-state.ts';
import type { BrowserEntry } from './har-entry.ts';
import { createHarMerge } from './har-merge.ts';

/** The part of `chrome.devtools.network` that is used; Firefox has it under the same name. */
export interface Network {
  readonly onRequestFinished: BrowserEvent<(entry: BrowserEntry) => void>;
  readonly onNavigated: BrowserEvent<(url: string) => void>;
  getHAR(callback: (har: unknown) => void): unknown;
}

interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export interface WatchOptions extends CaptureOptions {
  /** Resolves when the settings are loaded that the other options read; entries are queued until then. Never rejects. */
  readonly ready?: Promise<unknown>;
  /** Whether an entry is the extension's own, which is neither listed nor counted. */
  readonly isOwn?: (entry: BrowserEntry) => boolean;
}

/** Returns a function that stops listening. */
export function watchNetwork(network: Network, log: MutableExchangeLog, options: WatchOptions = {}): () => void {
  const state = createCaptureState(log, options);
  const { onEvent, mergeHar, clear } = createHarMerge(state);
  const unsubscribe = log.subscribe((change) => {
    if (change.kind !== 'clear' || change.by !== 'user') return;
    forgetEntries(state);
    clear();
  });
  const whenReady = createGate(options.ready);
  const { isOwn = () => false } = options;
  const listener = (entry: BrowserEntry) => {
    if (!isOwn(entry)) whenReady(() => onEvent(entry));
  };
  network.onRequestFinished.addListener(listener);
  network.onNavigated.addListener(state.bodies.onNavigated);
  network.getHAR((har) => whenReady(() => mergeHar(har)));
  return () => {
    unsubscribe();
    network.onRequestFinished.removeListener(listener);
    network.onNavigated.removeListener(state.bodies.onNavigated);
  };
}

/** Queues work until `ready` resolves, then runs it in order; later work runs immediately. */
function createGate(ready: Promise<unknown> | undefined): (work: () => void) => void {
  let queue: (() => void)[] | undefined = ready && [];
  ready?.then(() => {
    const queued = queue ?? [];
    queue = undefined;
    // A microtask each, so an error in one does not stop the next. All run before any other event.
    for (const work of queued) queueMicrotask(work);
  });
  return (work) => {
    if (queue) queue.push(work);
    else work();
  };
}
