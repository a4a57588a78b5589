// The read-only interface of the log.

import type { Exchange } from './exchange.ts';

export interface ExchangeLog {
  /** Sorted by start time; an exchange whose time is unknown is last. */
  readonly exchanges: readonly Exchange[];
  readonly totals: LogTotals;
  /** The page's navigations in chronological order. */
  readonly navigations: readonly Navigation[];
  /** The last time that exchanges were removed. */
  readonly cleared: ClearEvent | undefined;
  get(id: number): Exchange | undefined;
  clear(): void;
  /** Calls `listener` after every change. Returns a function that unsubscribes it. */
  subscribe(listener: (change: LogChange) => void): () => void;
}

export interface Navigation {
  /** Since the epoch. */
  readonly ms: number;
  /** Without query and fragment, which may contain secrets. */
  readonly url: string;
}

export interface ClearEvent {
  readonly ms: number;
  readonly exchanges: number;
  /** `load`: the page was reloaded, and the log is not preserved. */
  readonly by: 'user' | 'load';
}

/**
 * `upsert`: one was added, or replaced under its id. `append`: several were added at once. `evict`: the oldest were removed to keep the
 * log within its size. `stats`: only the totals changed.
 */
export type LogChange =
  | { readonly kind: 'upsert'; readonly exchange: Exchange }
  | { readonly kind: 'append'; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'evict'; readonly ids: readonly number[] }
  | { readonly kind: 'clear'; readonly by: ClearEvent['by'] }
  | { readonly kind: 'stats' | 'navigate' };

export interface LogTotals {
  readonly failed: number;
  /** Of everything that is stored: bodies, headers, addresses and messages. */
  readonly bytes: number;
  readonly maxBytes: number;
  /** Of the bodies alone. */
  readonly bodyBytes: number;
  /** Exchanges whose bodies were evicted to stay within `maxBytes`. */
  readonly evictedBodies: number;
  /** The oldest exchanges, evicted to stay within the maximum number or bytes. */
  readonly evictedExchanges: number;
  /** Requests to Xero Projects that arrived while recording was off. */
  readonly ignoredWhilePaused: number;
}
