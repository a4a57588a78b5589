// Remembers what was answered to an Idempotency-Key, for six minutes from the first call.

import { keyReused, type Outcome } from './outcome.ts';

const keptMs = 6 * 60_000;

interface KeyedCall {
  readonly app: string;
  readonly key: string;
  /** Everything that makes a request the same: method, path, organisation, body. */
  readonly fingerprint: string;
}

export type Once = (call: KeyedCall, perform: () => Outcome) => Outcome;

/** Performs a keyed call once: a repeat gets the first outcome, be it an error; another request under that key is refused. */
export function createIdempotency(now: () => number): Once {
  const kept = new Map<string, { readonly fingerprint: string; readonly outcome: Outcome; readonly untilMs: number }>();

  return ({ app, key, fingerprint }, perform) => {
    const id = `${app} ${key}`;
    const first = kept.get(id);
    if (first === undefined || first.untilMs <= now()) {
      const outcome = perform();
      kept.set(id, { fingerprint, outcome, untilMs: now() + keptMs });
      return outcome;
    }
    return first.fingerprint === fingerprint ? first.outcome : keyReused(key);
  };
}
