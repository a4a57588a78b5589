// Caches the response to an Idempotency-Key for six minutes from the first request.

import { keyReused, type Outcome } from './outcome.ts';

const KEY_LIFETIME_MS = 6 * 60_000;

interface KeyedRequest {
  readonly app: string;
  readonly key: string;
  /** Identifies a request: method, path, organisation, body. */
  readonly fingerprint: string;
}

export type Once = (request: KeyedRequest, perform: () => Outcome) => Outcome;

/** Performs a request with a key once: a repeat gets the first outcome, even an error; a different request with that key is rejected. */
export function createIdempotency(now: () => number): Once {
  const cache = new Map<
    string,
    { readonly fingerprint: string; readonly outcome: Outcome; readonly untilMs: number }
  >();

  return ({ app, key, fingerprint }, perform) => {
    const id = `${app} ${key}`;
    const first = cache.get(id);
    if (first === undefined || first.untilMs <= now()) {
      const outcome = perform();
      cache.set(id, { fingerprint, outcome, untilMs: now() + KEY_LIFETIME_MS });
      return outcome;
    }
    return first.fingerprint === fingerprint ? first.outcome : keyReused(key);
  };
}
