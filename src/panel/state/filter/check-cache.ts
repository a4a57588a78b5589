// Which checks fire, per exchange, for the filter. Results are invalidated when an earlier exchange arrives late.

import type { Exchange } from '../../../core/model/exchange.ts';
import { type FiredCheck, runAllChecks } from '../../../core/rules/analyze.ts';
import { affectsLaterChecks } from '../../../core/rules/check-support/check-context.ts';
import { firstSuccessesWithout } from '../../../core/rules/check-support/proxy-adds.ts';
import { lowerBound } from '../../../core/text/binary-search.ts';

export interface CheckCache {
  firedChecks(exchange: Exchange): readonly FiredCheck[];
  /**
   * Updates the cache to the log, in order of time. Returns the index from which results may have changed: browsers report requests when
   * they end, so an earlier one may arrive later, and its body later still.
   */
  invalidateFrom(list: readonly Exchange[]): number;
}

/** Exchanges that the log evicts keep their effect: a reused key stays reused. */
export function createCheckCache(): CheckCache {
  const results = new WeakMap<Exchange, readonly FiredCheck[]>();
  const seen = new WeakSet<Exchange>();
  // Only these affect the checks of later exchanges: looking through all of a long log for each takes minutes.
  let earlier: readonly Exchange[] = [];
  return {
    firedChecks(exchange) {
      const fired = results.get(exchange) ?? runAllChecks(exchange, earlier);
      results.set(exchange, fired);
      return fired;
    },
    invalidateFrom(list) {
      const withoutToken = firstSuccessesWithout(list);
      earlier = list.filter((each) => affectsLaterChecks(each) || withoutToken.has(each));
      let firstMs = Number.POSITIVE_INFINITY;
      for (const each of earlier) {
        if (seen.has(each)) continue;
        seen.add(each);
        // False for an exchange without a time (NaN), which is last in the list.
        if (each.startedMs < firstMs) firstMs = each.startedMs;
      }
      if (firstMs === Number.POSITIVE_INFINITY) return list.length;
      const from = lowerBound(list.length, (i) => !((list[i] as Exchange).startedMs <= firstMs));
      for (let i = from; i < list.length; i++) results.delete(list[i] as Exchange);
      return from;
    },
  };
}
