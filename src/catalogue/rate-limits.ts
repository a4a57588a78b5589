// Source: developer.xero.com/faq/limits and the platform's pages on tiers, read 2026-11-22. Xero's rate limits.

import { type Citation, gatewayRecording, limits, secondary } from './citation.ts';

export interface RateLimitRow {
  readonly id: 'minute' | 'day' | 'concurrent' | 'app-minute';
  readonly title: string;
  /** Requests in a window. */
  readonly limit: number;
  /** For apps on the Starter tier, if it differs. */
  readonly starterLimit?: number;
  /** The length of a window. 0: the limit counts requests in progress. */
  readonly windowSeconds: number;
  readonly per: 'tenant' | 'app';
  /** A longer Retry-After is wrong: the window is over by then. */
  readonly maxRetryAfterSeconds: number;
  /** What is known about the wait when no usable Retry-After says it, in sentences. */
  readonly wait: string;
  /** The header with the remaining number of requests, in lower case. */
  readonly header?: string;
  readonly meaning: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** The source for differences between the tiers of apps. */
export const tiers: Citation = secondary('Xero developer platform, tiers of 2026');

export const rateLimits: readonly RateLimitRow[] = [
  {
    id: 'minute',
    title: 'Minute',
    limit: 60,
    windowSeconds: 60,
    per: 'tenant',
    maxRetryAfterSeconds: 60,
    wait: 'The minute limit covers 60 seconds, so wait at most 60 seconds.',
    header: 'x-minlimit-remaining',
    meaning: 'Requests per minute, for one app and one organisation',
    citations: [limits, gatewayRecording],
  },
  {
    id: 'day',
    title: 'Day',
    limit: 5_000,
    starterLimit: 1_000,
    windowSeconds: 86_400,
    per: 'tenant',
    maxRetryAfterSeconds: 86_400,
    wait: 'The day limit covers 24 hours, so wait at most 24 hours. The reset time isn’t known and may differ for each tenant.',
    header: 'x-daylimit-remaining',
    meaning: 'Requests per day, for one app and one organisation',
    citations: [limits, tiers],
  },
  {
    id: 'concurrent',
    title: 'Concurrent',
    limit: 5,
    windowSeconds: 0,
    per: 'tenant',
    // Our own choice: this limit has no window, and no request takes longer.
    maxRetryAfterSeconds: 60,
    wait: 'This limit counts requests in progress. Send fewer in parallel, and retry after a short random delay.',
    meaning: 'Requests in progress, for one app and one organisation',
    citations: [limits],
  },
  {
    id: 'app-minute',
    title: 'App minute',
    limit: 10_000,
    windowSeconds: 60,
    per: 'app',
    maxRetryAfterSeconds: 60,
    wait: 'The app’s minute limit covers 60 seconds, so wait at most 60 seconds.',
    header: 'x-appminlimit-remaining',
    meaning: 'Requests per minute, for one app and all its organisations',
    citations: [limits],
  },
];

export function rateLimit(id: RateLimitRow['id']): RateLimitRow {
  const row = rateLimits.find((each) => each.id === id);
  if (row === undefined) throw new Error(`\`${id}\` isn’t a Xero rate limit.`);
  return row;
}
