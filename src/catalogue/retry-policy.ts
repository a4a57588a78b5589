// How a request may be sent again after a kind of response, as data.

import type { Citation } from './citation.ts';

export interface RetryPolicy {
  readonly action: RetryAction;
  /** One imperative sentence. */
  readonly advice: string;
  /** Whether Xero carried out the request. `no`: it rejected the request first. */
  readonly executed: 'yes' | 'no' | 'unknown';
  readonly source: Citation;
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
