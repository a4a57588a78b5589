// The texts that words are sought in, one for each exchange of the list: made ahead while the filter is about to be used.

import type { Exchange } from '../core/exchange.ts';
import { rememberByPlace } from './by-place.ts';
import { runInSlices } from './slices.ts';

export interface FilterTexts {
  /** The list in which places are meant. It is kept and must not change. */
  follow(list: readonly Exchange[]): void;
  /** The text of the exchange at this place. */
  of(exchange: Exchange, at: number): string;
  /** Makes those of a list that are not there yet, between other work. */
  prepare(list: readonly Exchange[]): void;
  release(): void;
}

export function createFilterTexts(textOf: (exchange: Exchange) => string): FilterTexts {
  const texts = rememberByPlace<string>();
  let end = () => {};
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
    follow: texts.follow,
    of,
    prepare(list) {
      end();
      texts.follow(list);
      end = runInSlices(all(), { onDone() {} });
    },
    release() {
      end();
      texts.follow([]);
    },
  };
}
