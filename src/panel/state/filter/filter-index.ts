// What filters ask of each exchange of the list most: made ahead while the filter is about to be used, and kept by place.

import type { ReadonlySignal } from '@preact/signals';
import type { FilterContext } from '../../../core/filter/filter-keys.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { ExchangeLog } from '../../../core/model/exchange-log.ts';
import { startTimeSliced } from '../../../core/scheduling/time-slicing.ts';
import { createPositionCache } from './position-cache.ts';

export interface FilterIndex extends Pick<FilterContext, 'textOf' | 'statusOf'> {
  /** The log as it is drawn: the list in which places are meant. It does not change. */
  list(): readonly Exchange[];
  /** Makes those that are not there yet, between other work. */
  warm(): void;
  /** Lets go of them, and of the exchanges. */
  release(): void;
}

export function createFilterIndex(
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
  listText: (exchange: Exchange) => string,
): FilterIndex {
  const texts = createPositionCache<string>();
  const statuses = createPositionCache<number>();
  let takenAt: number | undefined;
  let end = () => {};
  const follow = (list: readonly Exchange[]) => {
    texts.reconcile(list);
    statuses.reconcile(list);
  };
  const list = () => {
    if (takenAt !== drawn.peek()) follow(log.exchanges.slice());
    takenAt = drawn.peek();
    return texts.list;
  };
  const textOf = (exchange: Exchange, at: number) => {
    texts.values[at] ??= listText(exchange);
    return texts.values[at];
  };
  const statusOf = (exchange: Exchange, at: number) => {
    statuses.values[at] ??= exchange.response.status;
    return statuses.values[at];
  };
  function* all(): Generator<number, void> {
    // The list may be another by the next slice.
    for (let at = 0; at < texts.list.length; at++) {
      const exchange = texts.list[at] as Exchange;
      textOf(exchange, at);
      statusOf(exchange, at);
      yield at;
    }
  }
  return {
    list,
    textOf,
    statusOf,
    warm() {
      end();
      list();
      end = startTimeSliced(all(), { onDone: () => {} });
    },
    release() {
      end();
      follow([]);
      takenAt = undefined;
    },
  };
}
