// Rows that mark page navigations in a list in order of time.

import type { Exchange } from '../../core/model/exchange.ts';
import type { Navigation } from '../../core/model/exchange-log.ts';
import { lowerBound } from '../../core/text/binary-search.ts';

export interface NavigationDivider {
  readonly navigation: Navigation;
  /** Index among all rows. */
  readonly row: number;
}

/** A divider precedes the first exchange after a navigation; it shows the last of several navigations. None at either end. */
export function computeDividers(
  exchanges: readonly Exchange[],
  navigations: readonly Navigation[],
): readonly NavigationDivider[] {
  const dividers: NavigationDivider[] = [];
  let last = 0;
  for (const navigation of navigations) {
    const index = indexFrom(exchanges, navigation.ms);
    if (index === 0 || index === exchanges.length) continue;
    if (index === last) dividers.pop();
    last = index;
    dividers.push({ navigation, row: index + dividers.length });
  }
  return dividers;
}

/** The divider of a row, or the index of its exchange. */
export function itemAtRow(dividers: readonly NavigationDivider[], row: number): NavigationDivider | number {
  const before = lowerBound(dividers.length, (i) => (dividers[i] as NavigationDivider).row >= row);
  const divider = dividers[before];
  return divider?.row === row ? divider : row - before;
}

/** The row of the exchange with this index. */
export function rowForIndex(dividers: readonly NavigationDivider[], index: number): number {
  return index + lowerBound(dividers.length, (i) => (dividers[i] as NavigationDivider).row - i > index);
}

/** The first exchange at or after `ms`. Exchanges without a time are last. */
function indexFrom(exchanges: readonly Exchange[], ms: number): number {
  return lowerBound(exchanges.length, (i) => !((exchanges[i] as Exchange).startedMs < ms));
}
