// How a request may be retried after a kind of response, as data.

import type { Citation } from './citation.ts';
import type { RateLimitRow } from './rate-limits.ts';

export interface RetryPolicy {
  readonly action: RetryAction;
  /** One imperative sentence. */
  readonly advice: string;
  /** Whether Xero executed the request. `no`: it rejected the request first. */
  readonly executed: 'yes' | 'no' | 'unknown';
  /** The rate limit that was reached, if the response shows which. */
  readonly limit?: RateLimitRow['id'];
  readonly citation: Citation;
}

/** What the retry client does beyond the retry action, or instead of it. */
export interface ClientHints {
  /**
   * `return`: no client can recognize this response, so none is offered. `stop`: send nothing again, but look for a write. `use-server`:
   * send it through the page's own server.
   */
  readonly action?: 'return' | 'stop' | 'use-server';
  /** The limit that caps the requests in flight. */
  readonly inFlightLimit?: RateLimitRow['id'];
  /** The limit is the app's, so the requests of every organisation wait. */
  readonly pausesAllRequests?: boolean;
  readonly idempotencyKey?: 'hash-of-request';
}

export type RetryAction =
  | { readonly kind: 'not-needed' | 'fix-first' | 'refresh-token' | 'cannot-tell' }
  /** A documented time; `Retry-After` takes precedence. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** No time is documented; a `Retry-After` makes it a wait. */
  | ({ readonly kind: 'back-off' } & BackOff);

/** Pause before try n (from 0): `firstSeconds * factor^n`, at most `maxSeconds`, plus random jitter. */
export interface BackOff {
  readonly firstSeconds: number;
  readonly factor: number;
  readonly maxSeconds: number;
  readonly maxAttempts: number;
}
