// The log as those who read it see it. Who keeps it and how is nobody else's business.

import type { Exchange } from './exchange.ts';

export interface ExchangeLog {
  /** By the time they began; an exchange whose time is unknown is last. */
  readonly exchanges: readonly Exchange[];
  readonly totals: LogTotals;
  /** In order of time: when the page went elsewhere. */
  readonly navigations: readonly Navigation[];
  /** The last time that exchanges were taken out. */
  readonly cleared: ClearEvent | undefined;
  get(id: number): Exchange | undefined;
  clear(): void;
  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: (change: LogChange) => void): () => void;
}

export interface Navigation {
  /** Since the epoch. */
  readonly ms: number;
  /** Without its query and fragment, which are nobody's business. */
  readonly url: string;
}

export interface ClearEvent {
  readonly ms: number;
  readonly exchanges: number;
  /** `load`: the page was loaded anew, and what was heard is not preserved. */
  readonly by: 'user' | 'load';
}

/**
 * `put`: added, or replaced under its id. `putAll`: so many added at once. `drop`: let go, some at a time, to keep the log within its
 * count. `count`: only the totals changed.
 */
export type LogChange =
  | { readonly kind: 'put'; readonly exchange: Exchange }
  | { readonly kind: 'putAll'; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'drop'; readonly ids: readonly number[] }
  | { readonly kind: 'clear' | 'count' | 'navigate' };

export interface LogTotals {
  readonly failed: number;
  readonly bodyBytes: number;
  readonly maxBodyBytes: number;
  /** Exchanges whose bodies were let go to keep within `maxBodyBytes`. */
  readonly evictedBodies: number;
  /** The oldest exchanges, dropped to keep within the log's count. */
  readonly evictedExchanges: number;
  /** Calls for Xero Projects that came while nothing was recorded. */
  readonly ignoredWhilePaused: number;
}
