// Searches exchanges: address, status, headers and bodies. In steps, since bodies can be of many megabytes and logs of many thousand calls.

import type { Exchange } from '../model/exchange.ts';
import { patternForBody, type SearchPatterns } from './compile-query.ts';
import { createExcerpt, type Excerpt } from './excerpt.ts';
import { findMatches } from './find-matches.ts';
import { hasUnavailableBody, type SearchField, searchFields } from './search-fields.ts';

export interface SearchHit {
  /** Id of the exchange. */
  readonly exchange: number;
  readonly field: SearchField;
  /** Of a header among its message's; 0 elsewhere. */
  readonly index: number;
  /** The match in the text of the part, as it came. */
  readonly from: number;
  readonly to: number;
  readonly excerpt: Excerpt;
}

export interface ExchangeHits {
  readonly exchange: Exchange;
  readonly hits: readonly SearchHit[];
  /** All of its matches, those beyond `mostHits` as well. */
  readonly total: number;
}

export interface SearchResult {
  /** In the order of the exchanges; those without a match are left out, and those whose matches are beyond `mostHits`. */
  readonly found: readonly ExchangeHits[];
  readonly total: number;
  /** Exchanges that match, also those that `found` leaves out. */
  readonly exchanges: number;
  /** Exchanges with a body that is not, or not yet, there to be searched. */
  readonly unavailable: number;
}

/** What earlier searches for the same found. Exchanges never change. */
export type SearchCache = WeakMap<Exchange, ExchangeHits>;

/** Those beyond it are only counted. */
export const MAX_HITS = 1_000;
/** Short texts between two rests. */
const TEXTS_PER_STEP = 50;
/** Exchanges that were searched before, between two rests. */
const CACHED_PER_STEP = 500;

/** Gives between its steps how much is done, 0..1. Never throws. */
export function* search(
  exchanges: readonly Exchange[],
  patterns: SearchPatterns,
  cache: SearchCache,
): Generator<number, SearchResult> {
  const found: ExchangeHits[] = [];
  let [kept, total, matching, unavailable] = [0, 0, 0, 0];
  for (const [i, exchange] of exchanges.entries()) {
    const room = MAX_HITS - kept;
    const known = cache.get(exchange);
    let result = known !== undefined && known.hits.length >= Math.min(room, known.total) ? known : undefined;
    if (result === undefined) {
      const work = searchExchange(exchange, patterns, room);
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) {
          result = step.value;
          break;
        }
        yield i / exchanges.length;
      }
      cache.set(exchange, result);
    }
    if (i % CACHED_PER_STEP === 0) yield i / exchanges.length;
    if (hasUnavailableBody(exchange)) unavailable++;
    if (result.total === 0) continue;
    total += result.total;
    matching++;
    if (room === 0) continue;
    found.push(result.hits.length <= room ? result : { ...result, hits: result.hits.slice(0, room) });
    kept += Math.min(room, result.hits.length);
  }
  return { found, total, exchanges: matching, unavailable };
}

function* searchExchange(exchange: Exchange, patterns: SearchPatterns, room: number): Generator<void, ExchangeHits> {
  const hits: SearchHit[] = [];
  let [total, texts] = [0, 0];
  for (const { field, textsOf } of searchFields) {
    const isBody = field === 'request-body' || field === 'response-body';
    for (const [index, text] of textsOf(exchange).entries()) {
      const pattern = isBody ? patternForBody(text, patterns) : patterns.inText;
      yield* findMatches(text, pattern, (from, to) => {
        total++;
        if (hits.length >= room) return;
        hits.push({ exchange: exchange.id, field, index, from, to, excerpt: createExcerpt(text, from, to) });
      });
      if (++texts % TEXTS_PER_STEP === 0) yield;
    }
  }
  yield;
  return { exchange, hits, total };
}
