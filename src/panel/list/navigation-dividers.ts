// Where the page went elsewhere, between the rows of a list in order of time.

import type { Exchange } from '../../core/model/exchange.ts';
import type { Navigation } from '../../core/model/exchange-log.ts';
import { firstWhere } from '../../core/text/binary-search.ts';

/** A row of the list that is no exchange. */
export interface Divider {
  readonly navigation: Navigation;
  /** The row that it takes. */
  readonly row: number;
}

/** One before each exchange that was the first after a navigation; of several navigations the last. None at either end. */
export function dividersIn(exchanges: readonly Exchange[], navigations: readonly Navigation[]): readonly Divider[] {
  const dividers: Divider[] = [];
  let last = 0;
  for (const navigation of navigations) {
    const index = firstFrom(exchanges, navigation.ms);
    if (index === 0 || index === exchanges.length) continue;
    if (index === last) dividers.pop();
    last = index;
    dividers.push({ navigation, row: index + dividers.length });
  }
  return dividers;
}

/** What a row shows: a divider, or the exchange of this index. */
export function atRow(dividers: readonly Divider[], row: number): Divider | number {
  const before = firstWhere(dividers.length, (i) => (dividers[i] as Divider).row >= row);
  const divider = dividers[before];
  return divider?.row === row ? divider : row - before;
}

/** The row of an exchange. */
export function rowOf(dividers: readonly Divider[], index: number): number {
  return index + firstWhere(dividers.length, (i) => (dividers[i] as Divider).row - i > index);
}

/** An exchange whose time is unknown is last. */
function firstFrom(exchanges: readonly Exchange[], ms: number): number {
  return firstWhere(exchanges.length, (i) => !((exchanges[i] as Exchange).startedMs < ms));
}
