// Where the page went elsewhere, between the rows of a list in order of time.

import type { Exchange } from '../../core/model/exchange.ts';
import type { Navigation } from '../../core/model/exchange-log.ts';
import { lowerBound } from '../../core/text/binary-search.ts';

/** A row of the list that is no exchange. */
export interface NavigationDivider {
  readonly navigation: Navigation;
  /** The row that it takes. */
  readonly row: number;
}

/** One before each exchange that was the first after a navigation; of several navigations the last. None at either end. */
export function computeDividers(
  exchanges: readonly Exchange[],
  navigations: readonly Navigation[],
): readonly NavigationDivider[] {
  const dividers: NavigationDivider[] = [];
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
export function itemAtRow(dividers: readonly NavigationDivider[], row: number): NavigationDivider | number {
  const before = lowerBound(dividers.length, (i) => (dividers[i] as NavigationDivider).row >= row);
  const divider = dividers[before];
  return divider?.row === row ? divider : row - before;
}

/** The row of an exchange. */
export function rowForIndex(dividers: readonly NavigationDivider[], index: number): number {
  return index + lowerBound(dividers.length, (i) => (dividers[i] as NavigationDivider).row - i > index);
}

/** An exchange whose time is unknown is last. */
function firstFrom(exchanges: readonly Exchange[], ms: number): number {
  return lowerBound(exchanges.length, (i) => !((exchanges[i] as Exchange).startedMs < ms));
}
