// The texts that words are sought in, one for each exchange of the list: made ahead while the filter is about to be used.

import type { ReadonlySignal } from '@preact/signals';
import type { Exchange } from '../core/exchange.ts';
import type { ExchangeLog } from '../core/exchange-log.ts';
import { rememberByPlace } from './by-place.ts';
import { runInSlices } from './slices.ts';

export interface FilterTexts {
  /** The log as it is drawn: the list in which places are meant. It does not change. */
  list(): readonly Exchange[];
  /** The text of the exchange at this place. */
  of(exchange: Exchange, at: number): string;
  /** Makes those that are not there yet, between other work. */
  prepare(): void;
  /** Lets go of them, and of the exchanges. */
  release(): void;
}

export function createFilterTexts(
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
  textOf: (exchange: Exchange) => string,
): FilterTexts {
  const texts = rememberByPlace<string>();
  let takenAt: number | undefined;
  let end = () => {};
  const list = () => {
    if (takenAt !== drawn.peek()) texts.follow(log.exchanges.slice());
    takenAt = drawn.peek();
    return texts.list;
  };
  const of = (exchange: Exchange, at: number) => {
    texts.values[at] ??= textOf(exchange);
    return texts.values[at];
  };
  function* all(): Generator<number, void> {
    for (let at = 0; at < texts.list.length; at++) {
      of(texts.list[at] as Exchange, at);
      yield at;
    }
  }
  return {
    list,
    of,
    prepare() {
      end();
      list();
      end = runInSlices(all(), { onDone() {} });
    },
    release() {
      end();
      texts.follow([]);
      takenAt = undefined;
    },
  };
}
