// The recorder itself: starts a recording for each request to Xero, and stores it at its end.

import type { AsyncLocalStorage } from 'node:async_hooks';
import type { Guard } from './guard.ts';
import { type RawExchange, toHarEntry } from './har-entry.ts';
import { isOff, type RecorderOptions } from './options.ts';
import type { PageRequest } from './page-request.ts';
import { createRecording, type Recording } from './recording.ts';
import type { Store, StoredEntry } from './store.ts';
import { isXeroAddress } from './xero-address.ts';

interface OutgoingAddress {
  readonly method: string;
  /** Without slashes: `https:`. */
  readonly protocol: string;
  /** With the port, unless it is the protocol's default. */
  readonly host: string;
  /** With the query. In a request to a proxy, it may be a complete URL. */
  readonly path: string;
}

export interface Recorder {
  /** `undefined` for a request that isn't to Xero. Call it in the context in which the app makes the request. */
  readonly begin: (address: OutgoingAddress) => Recording | undefined;
  /** The number of requests that aren't stored yet. */
  readonly underWay: () => number;
  /** Stores all ended requests without waiting for the app to be idle. */
  readonly flush: () => void;
}

export interface RecorderParts {
  readonly options: RecorderOptions;
  readonly guard: Guard;
  readonly store: Store;
  readonly context: AsyncLocalStorage<PageRequest>;
  /** Called when a request to Xero begins after the headers of the page's response were sent. */
  readonly onLate: (pageRequest: PageRequest) => void;
  /** Called when an entry was stored, or a request has ended without one. */
  readonly onChange: (entry?: StoredEntry) => void;
}

export function createRecorder({ options, guard, store, context, onLate, onChange }: RecorderParts): Recorder {
  const ended = new Map<RawExchange, Recording>();
  /** Start times. */
  const underWay = new Map<object, number>();

  const save = (exchange: RawExchange) => {
    const recording = ended.get(exchange);
    if (recording === undefined) return;
    ended.delete(exchange);
    const { pageRequest } = exchange;
    const entry = guard(() => store.add((sequence) => JSON.stringify(toHarEntry(exchange, options.app, sequence))));
    // If it couldn’t be stored, its bodies would still count.
    exchange.requestBody.reset();
    exchange.responseBody.reset();
    underWay.delete(recording);
    if (pageRequest !== undefined) {
      pageRequest.underWay--;
      pageRequest.firstSequence ??= entry?.sequence;
    }
    guard(() => onChange(entry));
  };

  return {
    begin({ method, protocol, host, path }) {
      if (method === 'CONNECT' || isOff(process.env)) return undefined;
      const url = /^https?:\/\//i.test(path) ? path : `${protocol}//${host}${path}`;
      if (!isXeroAddress(host, path, options.hosts) && !isXeroUrl(url, options.hosts)) return undefined;
      const pageRequest = context.getStore();
      if (pageRequest !== undefined) {
        pageRequest.underWay++;
        if (pageRequest.hasSentHeaders) onLate(pageRequest);
      }
      const onEnd = (exchange: RawExchange) => {
        ended.set(exchange, recording);
        // The app gets the end of the response first, because redacting a long body takes some milliseconds.
        setImmediate(save, exchange).unref();
      };
      const recording: Recording = createRecording({ method, url, pageRequest, onEnd });
      underWay.set(recording, Date.now());
      return recording;
    },
    underWay() {
      const since = Date.now() - MAX_OPEN_MS;
      for (const [recording, began] of underWay) if (began < since) underWay.delete(recording);
      return underWay.size;
    },
    flush: () => [...ended.keys()].forEach(save),
  };
}

/** The app may have created a request without ever sending it. */
const MAX_OPEN_MS = 300_000;

/** For a complete URL, as in requests to a proxy. */
function isXeroUrl(url: string, hosts: ReadonlySet<string>): boolean {
  const [, host = ''] = /^https?:\/\/([^/?#]{1,300})/i.exec(url) ?? [];
  return isXeroAddress(host, '', hosts);
}
