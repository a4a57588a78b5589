// What the checks say of the calls of the log, remembered for as long as the calls that they look back at are the same.

import type { Exchange } from '../../../core/model/exchange.ts';
import { type FiredCheck, runAllChecks } from '../../../core/rules/analyze.ts';
import { affectsLaterChecks } from '../../../core/rules/checks/check-context.ts';
import { lowerBound } from '../../../core/text/binary-search.ts';

export interface CheckCache {
  firedChecks(exchange: Exchange): readonly FiredCheck[];
  /**
   * Takes in the log as it is now, by time. Gives the place in it from which on the checks may say something else than before: browsers tell
   * of calls as they end, so that an earlier one may come later, and its body later still.
   */
  invalidateFrom(list: readonly Exchange[]): number;
}

/** What the log lets go is not missed: a key that was used again stays so. */
export function createCheckCache(): CheckCache {
  const known = new WeakMap<Exchange, readonly FiredCheck[]>();
  const seen = new WeakSet<Exchange>();
  // To look through all of a long log for each call of it would take minutes.
  let earlier: readonly Exchange[] = [];
  return {
    firedChecks(exchange) {
      const said = known.get(exchange) ?? runAllChecks(exchange, earlier);
      known.set(exchange, said);
      return said;
    },
    invalidateFrom(list) {
      earlier = list.filter(affectsLaterChecks);
      let firstMs = Number.POSITIVE_INFINITY;
      for (const each of earlier) {
        if (seen.has(each)) continue;
        seen.add(each);
        // One without a time is before no other.
        if (each.startedMs < firstMs) firstMs = each.startedMs;
      }
      if (firstMs === Number.POSITIVE_INFINITY) return list.length;
      const from = lowerBound(list.length, (i) => !((list[i] as Exchange).startedMs <= firstMs));
      for (let i = from; i < list.length; i++) known.delete(list[i] as Exchange);
      return from;
    },
  };
}
