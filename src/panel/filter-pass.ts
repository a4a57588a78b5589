// Goes through the log with a filter: remembers what it said of each exchange, and stops where it would hold the panel up.

import type { Exchange } from '../core/exchange.ts';

export interface Passed {
  readonly exchanges: readonly Exchange[];
  /** False: some were not asked about yet, and are left out until the next time. */
  readonly isDone: boolean;
}

/** The list is to show within 50 ms what a key did, and the drawing is a part of that. */
const mostMs = 16;
/** To look at the clock takes time too. */
const between = 16;
/** What stood further than this from its place before is asked about anew: the log lets go fewer at a time. */
const furthest = 1_000;

export interface FilterPass {
  /** Goes through a list from its beginning. */
  through(exchanges: readonly Exchange[]): Passed;
  /** Goes on where it stopped in the same list. */
  goOn(): Passed;
  /** At this place in the list it was asked about this one, and that did not fit. */
  isRefused(exchange: Exchange, at: number): boolean;
}

interface PassOptions {
  /** What a wider filter refused already need not be asked about. */
  readonly wider?: FilterPass | undefined;
  readonly now?: () => number;
}

/**
 * For one filter. Exchanges never change, and so what was said of one holds. It is found by its place in the list, for to look at an exchange
 * takes as long as many filters do: they lie all over the memory.
 */
export function passThrough(fits: (exchange: Exchange) => boolean, options: PassOptions = {}): FilterPass {
  const { now = () => performance.now() } = options;
  let { wider } = options;
  let list: readonly Exchange[] = [];
  /** Of the list's beginning. */
  let said = nothingSaid();
  /** Of the list as it was before; what comes before `from` was found again. */
  let before = { said: nothingSaid(), from: 0 };
  let passed: Exchange[] = [];
  const remembered = (exchange: Exchange) => {
    const { exchanges, fitting } = before.said;
    const end = Math.min(exchanges.length, before.from + furthest);
    for (let at = before.from; at < end; at++) {
      if (exchanges[at] !== exchange) continue;
      before.from = at + 1;
      return fitting[at];
    }
    return undefined;
  };
  const goOn = () => {
    const untilMs = now() + mostMs;
    let asked = 0;
    for (let at = said.exchanges.length; at < list.length; at++) {
      const exchange = list[at] as Exchange;
      let isFitting = remembered(exchange);
      if (isFitting === undefined) {
        if (++asked % between === 0 && now() > untilMs) return { exchanges: [...passed], isDone: false };
        isFitting = !wider?.isRefused(exchange, at) && fits(exchange);
      }
      said.exchanges.push(exchange);
      said.fitting.push(isFitting);
      if (isFitting) passed.push(exchange);
    }
    // It holds one that is wider still, and so on.
    wider = undefined;
    // What the log let go is not held here.
    before = { said: nothingSaid(), from: 0 };
    return { exchanges: [...passed], isDone: true };
  };
  const through = (exchanges: readonly Exchange[]) => {
    before = {
      said: {
        exchanges: said.exchanges.concat(before.said.exchanges.slice(before.from)),
        fitting: said.fitting.concat(before.said.fitting.slice(before.from)),
      },
      from: 0,
    };
    [list, said, passed] = [exchanges, nothingSaid(), []];
    return goOn();
  };
  return { through, goOn, isRefused: (exchange, at) => said.exchanges[at] === exchange && said.fitting[at] === false };
}

/** Two lists side by side: one of pairs is 50,000 objects to make. */
interface Said {
  readonly exchanges: Exchange[];
  readonly fitting: boolean[];
}

function nothingSaid(): Said {
  return { exchanges: [], fitting: [] };
}
