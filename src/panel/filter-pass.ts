// Goes through the log with a filter: remembers what it said of each exchange, and stops where it would hold the panel up.

import type { Exchange } from '../core/exchange.ts';

export interface Passed {
  readonly exchanges: readonly Exchange[];
  /** False: some were not asked about yet, and are left out until the next time. */
  readonly isDone: boolean;
}

/** Half of what a key may take until the list shows what it did, ms. */
const mostMs = 25;
/** To look at the clock takes time too. */
const between = 16;

/** For one filter. Exchanges never change, and so what was said of one holds. */
export function passThrough(
  fits: (exchange: Exchange) => boolean,
  now: () => number = () => performance.now(),
): (exchanges: readonly Exchange[]) => Passed {
  const known = new WeakMap<Exchange, boolean>();
  return (exchanges) => {
    const untilMs = now() + mostMs;
    let asked = 0;
    let isDone = true;
    const passed = exchanges.filter((exchange) => {
      const said = known.get(exchange);
      if (said !== undefined) return said;
      if (isDone && ++asked % between === 0 && now() > untilMs) isDone = false;
      if (!isDone) return false;
      const isFitting = fits(exchange);
      known.set(exchange, isFitting);
      return isFitting;
    });
    return { exchanges: passed, isDone };
  };
}
