// Source: each note's own. Facts about the rate limits beyond their numbers, for the reference.

import { type Citation, secondary } from './citation.ts';
import { tiers } from './rate-limits.ts';

export interface LimitNote {
  readonly term: string;
  readonly text: string;
  readonly citation: Citation;
}

export const limitNotes: readonly LimitNote[] = [
  {
    term: 'Starter tier',
    text: '1,000 requests a day. Apps created since 2 March 2026 start on it.',
    citation: tiers,
  },
  {
    term: 'Rapid Sync',
    text: 'From the Plus tier up, the minute and day limits are lifted for the first 30 minutes of a connection.',
    citation: tiers,
  },
  {
    term: 'Windows',
    text: 'Fixed, and starting at a different time for each tenant. Older pages call them rolling.',
    citation: secondary('Xero’s pages on limits (newer and older ones disagree)'),
  },
  {
    term: 'Replays',
    text: 'A request that gets the cached response of its Idempotency-Key counts like any other.',
    citation: secondary('Xero developer platform, notes of October 2026'),
  },
];
