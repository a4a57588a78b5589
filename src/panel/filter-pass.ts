// Goes through the log with a filter: remembers what it said of each exchange, and stops where it would hold the panel up.

import type { Exchange } from '../core/exchange.ts';

export interface Passed {
  readonly exchanges: readonly Exchange[];
  /** False: some were not asked about yet, and are left out until the next time. */
  readonly isDone: boolean;
}

/** A key may take 50 ms until the list shows what it did, and the rest goes into the drawing. */
const mostMs = 32;
/** To look at the clock takes time too. */
const between = 16;

export interface FilterPass {
  through(exchanges: readonly Exchange[]): Passed;
  /** It was asked about, and did not fit. */
  isRefused(exchange: Exchange): boolean;
}

interface PassOptions {
  /** What a wider filter refused already need not be asked about. */
  readonly wider?: FilterPass | undefined;
  readonly now?: () => number;
}

/** For one filter. Exchanges never change, and so what was said of one holds. */
export function passThrough(fits: (exchange: Exchange) => boolean, options: PassOptions = {}): FilterPass {
  const { now = () => performance.now() } = options;
  let { wider } = options;
  let verdicts: Verdicts | undefined;
  const through = (exchanges: readonly Exchange[]) => {
    const untilMs = now() + mostMs;
    let asked = 0;
    let isDone = true;
    // What the log let go is not held here.
    if (verdicts === undefined || verdicts.size() > 2 * exchanges.length) verdicts = createVerdicts(leastId(exchanges));
    const { of, set } = verdicts;
    const passed = exchanges.filter((exchange) => {
      const said = of(exchange);
      if (said !== undefined) return said;
      if (isDone && ++asked % between === 0 && now() > untilMs) isDone = false;
      if (!isDone) return false;
      const isFitting = !wider?.isRefused(exchange) && fits(exchange);
      set(exchange, isFitting);
      return isFitting;
    });
    // It holds one that is wider still, and so on.
    if (isDone) wider = undefined;
    return { exchanges: passed, isDone };
  };
  return { through, isRefused: (exchange) => verdicts?.of(exchange) === false };
}

type Verdicts = ReturnType<typeof createVerdicts>;

/** Under their ids, which are dense from `first` on: a map of objects takes longer than most filters do. */
function createVerdicts(first: number) {
  const asked: Exchange[] = [];
  const said: boolean[] = [];
  return {
    size: () => asked.length,
    of: (exchange: Exchange) => (asked[exchange.id - first] === exchange ? said[exchange.id - first] : undefined),
    set(exchange: Exchange, isFitting: boolean) {
      asked[exchange.id - first] = exchange;
      said[exchange.id - first] = isFitting;
    },
  };
}

function leastId(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((least, { id }) => Math.min(least, id), Number.POSITIVE_INFINITY);
}
