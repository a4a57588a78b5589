// Listens to the browser's network events from the moment DevTools opens and keeps the log of what is Xero's.

import type { Entry } from 'har-format';
import { matchOperation } from '../core/match/match-operation.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { createBodyQueue } from './body-queue.ts';
import { createConnectionsDetector } from './connections-endpoint.ts';
import { isPreflight, preflightAllows, requestedMethod } from './cors.ts';
import { createBlockedExchange, createExchange, createPreflight } from './create-exchange.ts';
import { detectFailure, mayBeBlocked } from './failure.ts';
import { type BrowserEntry, entryKey, networkError } from './har-entry.ts';
import { createServiceWorkerPairing, mergePair } from './merge-service-worker.ts';
import { createPreflightPairing, type WaitingCall } from './pair-preflights.ts';
import { createTrafficMonitor, type TrafficMonitor } from './traffic-monitor.ts';

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

export interface WatchOptions {
  /** Prefixes that stand for the API root, as `recognise` takes them. Asked at each call: the user may change them. */
  readonly mappings?: () => readonly string[];
  /** Told of every call, Xero's or not. */
  readonly hearing?: TrafficMonitor;
  /** What is not wanted is passed over as if it had not come. */
  readonly isCurrentPage?: (startedMs: number) => boolean;
  /** Asked at each call with the time it began, for the browser may tell of it much later. */
  readonly isRecording?: (startedMs: number) => boolean;
  /** Until it resolves, the others know nothing yet: what comes earlier waits for it. It never rejects. */
  readonly ready?: Promise<unknown>;
}

/** The returned function ends the watch. */
export function watchNetwork(network: Network, log: MutableExchangeLog, options: WatchOptions = {}): () => void {
  const {
    mappings = () => [],
    isCurrentPage = () => true,
    isRecording = () => true,
    hearing = createTrafficMonitor(),
  } = options;
  const whenReady = createGate(options.ready);
  const reader = createBodyQueue();
  const preflights = createPreflightPairing();
  /** Refused ones that stand for their calls where these are only counted. */
  const passedOver = createPreflightPairing();
  const twins = createServiceWorkerPairing();
  const connections = createConnectionsDetector();
  /** Whose body is being read for which exchange. */
  const reading = new Map<number, BrowserEntry>();
  /** How often each call came as an event before the HAR was merged; `undefined` afterwards. */
  let events: Map<string, number> | undefined = new Map();
  /** What became of entries known from the HAR alone, until their events come: the ids of Xero's calls. */
  const fromHar = new Map<string, (number | undefined)[]>();

  /** Gives the id of a call to Xero, and nothing for a preflight and for others. */
  const handleEntry = (entry: BrowserEntry): number | undefined => {
    const preflight = isPreflight(entry);
    const method = preflight ? requestedMethod(entry) : entry.request.method;
    const recognition = matchOperation(method, entry.request.url, mappings()) ?? connections.recognise(entry);
    if (recognition === undefined) {
      log.notifyUnrelated(hearing.countUnrelated(entry));
      return undefined;
    }
    hearing.countMatched(entry);
    const id = preflight ? handlePreflight(entry, recognition) : handleRequest(entry, recognition);
    for (const early of connections.addPrefix(entry.request.url)) accept(early);
    return id;
  };

  const handlePreflight = (entry: BrowserEntry, recognition: OperationMatch): undefined => {
    const call = preflights.takeCall(entry);
    if (call) return foldInto(call, entry);
    const refused = entry.response.status > 0 && !preflightAllows(entry);
    const id = refused ? log.nextId() : undefined;
    preflights.add(entry, id);
    if (id !== undefined) log.upsert(createBlockedExchange(entry, id, recognition));
  };

  const foldInto = (call: WaitingCall, preflight: BrowserEntry): undefined => {
    const exchange = log.get(call.id);
    const failure = detectFailure(call.entry, preflight);
    if (exchange) log.upsert({ ...exchange, failure, preflight: createPreflight(preflight) });
  };

  const handleRequest = (entry: BrowserEntry, recognition: OperationMatch): number => {
    const preflight = preflights.take(entry);
    const twin = twins.find(entry);
    const id = preflight?.id ?? twin ?? log.nextId();
    const heard = createExchange(entry, id, recognition, preflight?.entry);
    if (preflight === undefined && mayBeBlocked(entry)) preflights.addCall(entry, id);
    const before = twin === undefined ? undefined : log.get(twin);
    if (twin === undefined) twins.add(entry, id);
    log.upsert(before ? mergePair(before, heard) : heard);
    // The worker's half of a call has no body of its own.
    const hasBody = !before || heard.viaServiceWorker;
    if (hasBody && heard.response.body.kind === 'pending') readBody(entry, id);
    return id;
  };

  const readBody = (entry: BrowserEntry, id: number) => {
    reading.set(id, entry);
    reader.read(entry, (body) => {
      // The worker's half of a call may have been asked before the page's: then its empty body does not count.
      if (reading.get(id) !== entry) return;
      reading.delete(id);
      const exchange = log.get(id);
      if (exchange) log.upsert({ ...exchange, response: { ...exchange.response, body } });
    });
  };

  const hearEvent = (entry: BrowserEntry) => {
    const key = entryKey(entry);
    events?.set(key, (events.get(key) ?? 0) + 1);
    const known = fromHar.get(key) ?? [];
    if (known.length === 0) accept(entry);
    else hearAgain(entry, known.shift());
  };

  /** Hears what is kept. */
  const accept = (entry: BrowserEntry): number | undefined => {
    const startedMs = Date.parse(entry.startedDateTime);
    if (!isCurrentPage(startedMs)) return undefined;
    if (isRecording(startedMs)) return handleEntry(entry);
    ignore(entry);
    return undefined;
  };

  /** What is said of an empty list rests on these calls too. */
  const ignore = (entry: BrowserEntry) => {
    const { method, url } = entry.request;
    if (matchOperation(method, url, mappings()) === undefined && !connections.isKnown(entry)) {
      log.notifyUnrelated(hearing.countUnrelated(entry));
      return;
    }
    if (isPreflight(entry)) {
      // The call itself comes as well; where it is refused, in Chromium alone.
      if (entry.response.status === 0 || preflightAllows(entry)) return;
      passedOver.add(entry, undefined);
    } else if (passedOver.take(entry)) return;
    hearing.countMatched(entry);
    log.countIgnored();
  };

  /** Of an answer that the HAR lists, some may still have been to come. */
  const hearAgain = (entry: BrowserEntry, id: number | undefined) => {
    const before = id === undefined ? undefined : log.get(id);
    if (!before || entry.response.status === 0) return;
    const heard = createExchange(entry, before.id, before.match);
    // The worker's half of a call adds nothing to both.
    if (before.viaServiceWorker && !heard.viaServiceWorker) return;
    log.upsert({ ...(heard.viaServiceWorker ? mergePair(before, heard) : heard), preflight: before.preflight });
    if (heard.response.body.kind === 'pending') readBody(entry, before.id);
  };

  /**
   * Firefox's listener is live only some time after it was added; what finished before is in the HAR. It is asked for once: Firefox
   * loses the events of calls that end while it puts a HAR together.
   */
  const mergeHar = (entries: BrowserEntry[]) => {
    const heard = events ?? new Map<string, number>();
    events = undefined;
    for (const entry of entries) {
      const key = entryKey(entry);
      const times = heard.get(key) ?? 0;
      heard.set(key, times - 1);
      if (times > 0 || isPending(entry)) continue;
      fromHar.set(key, [...(fromHar.get(key) ?? []), accept(entry)]);
    }
    hearRefusedCalls(entries);
  };

  const hearRefusedCalls = (entries: BrowserEntry[]) => {
    for (const entry of entries.filter(isPending)) {
      const startedMs = Date.parse(entry.startedDateTime);
      if (!isCurrentPage(startedMs) || !isRecording(startedMs)) continue;
      const recognition = matchOperation(entry.request.method, entry.request.url, mappings());
      if (recognition && preflights.refused(entry)) handleRequest(entry, recognition);
    }
  };

  const listener = (entry: BrowserEntry) => whenReady(() => hearEvent(entry));
  network.onRequestFinished.addListener(listener);
  network.onNavigated.addListener(reader.onNavigated);
  network.getHAR((har) => whenReady(() => mergeHar(harEntries(har))));
  return () => {
    network.onRequestFinished.removeListener(listener);
    network.onNavigated.removeListener(reader.onNavigated);
  };
}

/** Holds back what is to be done until `ready`, then does it in order; later things at once. */
function createGate(ready: Promise<unknown> | undefined): (work: () => void) => void {
  let waiting: (() => void)[] | undefined = ready && [];
  ready?.then(() => {
    const held = waiting ?? [];
    waiting = undefined;
    // Each on its own: what one throws must not stop the next. All come before any other event.
    for (const work of held) queueMicrotask(work);
  });
  return (work) => {
    if (waiting) waiting.push(work);
    else work();
  };
}

/** Still under way, or refused before it was sent: no status, no reason and no time spent. Its event, if any, tells more. */
function isPending(entry: Entry): boolean {
  const spent = Object.values(entry.timings ?? {}).some((each) => typeof each === 'number');
  return entry.response.status === 0 && networkError(entry) === '' && !spent;
}

/** A HAR, or a log of one; preflights first, for the HAR lists a call before the preflight that it waited for. */
function harEntries(har: unknown): BrowserEntry[] {
  const log = typeof har === 'object' && har !== null && 'log' in har ? har.log : har;
  const entries: unknown = typeof log === 'object' && log !== null && 'entries' in log ? log.entries : undefined;
  if (!Array.isArray(entries)) return [];
  return [...entries.filter(isPreflight), ...entries.filter((entry) => !isPreflight(entry))];
}
