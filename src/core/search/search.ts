// Searches the URL, status, headers and bodies of exchanges. Works in steps, because bodies can have megabytes and logs thousands of exchanges.

import type { Exchange } from '../model/exchange.ts';
import { patternForBody, type SearchPatterns } from './compile-query.ts';
import { createExcerpt, type Excerpt } from './excerpt.ts';
import { findMatches } from './find-matches.ts';
import { hasUnavailableBody, type SearchField, searchFields } from './search-fields.ts';

export interface SearchHit {
  /** Id of the exchange. */
  readonly exchange: number;
  readonly field: SearchField;
  /** The index of the header in its message; 0 for other fields. */
  readonly index: number;
  /** The position of the match in the field's original text. */
  readonly from: number;
  readonly to: number;
  readonly excerpt: Excerpt;
}

export interface ExchangeHits {
  readonly exchange: Exchange;
  readonly hits: readonly SearchHit[];
  /** The number of matches, including those beyond `MAX_HITS`. */
  readonly total: number;
}

export interface SearchResult {
  /** In the order of the exchanges; without those that have no match, or only matches beyond `MAX_HITS`. */
  readonly found: readonly ExchangeHits[];
  readonly total: number;
  /** The number of exchanges that match, including those that `found` omits. */
  readonly exchanges: number;
  /** The number of exchanges with a body that is unavailable or pending. */
  readonly unavailable: number;
}

/** Results of earlier searches for the same query. Valid because exchanges are immutable. */
export type SearchCache = WeakMap<Exchange, ExchangeHits>;

/** Matches beyond it are only counted. */
export const MAX_HITS = 1_000;
/** Short texts searched per step. */
const TEXTS_PER_STEP = 50;
/** Cached exchanges per step. */
const CACHED_PER_STEP = 500;

/** Yields its progress, 0 to 1, after each step. Never throws. */
export function* search(
  exchanges: readonly Exchange[],
  patterns: SearchPatterns,
  cache: SearchCache,
): Generator<number, SearchResult> {
  const found: ExchangeHits[] = [];
  let [hitCount, total, matching, unavailable] = [0, 0, 0, 0];
  for (const [i, exchange] of exchanges.entries()) {
    const room = MAX_HITS - hitCount;
    const cached = cache.get(exchange);
    let result = cached !== undefined && cached.hits.length >= Math.min(room, cached.total) ? cached : undefined;
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
    hitCount += Math.min(room, result.hits.length);
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
