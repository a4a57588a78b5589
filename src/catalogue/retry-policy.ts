// How a kind of answer may be retried, as data.

import type { Citation } from './citation.ts';

export interface RetryPolicy {
  readonly advice: RetryAction;
  /** One imperative sentence. */
  readonly say: string;
  /** Whether Xero may have carried out the call although it answered so. `no`: it was refused first. */
  readonly carriedOut: 'yes' | 'no' | 'perhaps';
  readonly source: Citation;
}

export type RetryAction =
  | { readonly kind: 'not-needed' | 'fix-first' | 'refresh-token' | 'cannot-tell' }
  /** A documented time; `Retry-After` goes before it. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** No time is told; with a `Retry-After` it becomes a wait. */
  | ({ readonly kind: 'back-off' } & BackOff);

/** Pause before try n (from 0): `firstSeconds * factor^n`, at most `mostSeconds`, plus random jitter. */
export interface BackOff {
  readonly firstSeconds: number;
  readonly factor: number;
  readonly maxSeconds: number;
  readonly maxAttempts: number;
}
