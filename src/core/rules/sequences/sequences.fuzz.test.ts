// Tests that no exchange, however broken or hostile, makes a session, its limits, its attempts or a sequence rule throw or report nonsense.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange } from '../../../testing/arbitraries/exchange.ts';
import { fuzzRuns } from '../../../testing/fuzz-runs.ts';
import { evaluate } from '../../../testing/run-sequence.ts';
import { beginMs, sessionOf } from '../../../testing/timed-exchanges.ts';
import type { Exchange } from '../../model/exchange.ts';
import { attemptsOf } from '../../session/attempts.ts';
import { appLimits, tenantLimits } from '../../session/limits.ts';

const nonsense = /NaN|Infinity|undefined|\[object/;
const anyNow = fc.constantFrom(0, beginMs, beginMs + 1e12, Number.MAX_SAFE_INTEGER);

test('findings about any exchanges can be shown', () => {
  const property = fc.property(fc.array(anyExchange, { minLength: 1, maxLength: 8 }), anyNow, (drawn, nowMs) => {
    // Often the same tenant and URL, because only such exchanges form a sequence.
    const exchanges = drawn.map((each, i) => ({ ...each, id: i + 1, ...(i % 2 ? same(drawn[0] as Exchange) : {}) }));
    const wire = JSON.stringify(exchanges);
    const session = sessionOf(exchanges);
    for (const exchange of exchanges) {
      for (const { observed, fix } of evaluate(exchanges, exchange, nowMs, session)) {
        expect(withoutQuoted(observed, wire)).not.toMatch(nonsense);
        expect(fix).not.toMatch(nonsense);
        expect(observed.split('`').length % 2).toBe(1);
      }
      const chain = attemptsOf(session, exchange.id);
      if (chain) expect(chain.exchanges[chain.index]?.id).toBe(exchange.id);
    }
    for (const tenant of session.tenants.keys()) {
      for (const state of [...tenantLimits(session, tenant, nowMs), ...appLimits(session, nowMs)]) {
        expect(state.remaining).toBeGreaterThanOrEqual(0);
        expect(state.remaining).toBeLessThanOrEqual(state.limit);
        expect(`${state.requestsPerMinute} ${state.exhaustedAtMs ?? 0} ${state.warning ?? ''}`).not.toMatch(nonsense);
      }
    }
  });
  fc.assert(property, { numRuns: fuzzRuns(400) });
});

/** Quoted text may be nonsense if the wire has it. */
function withoutQuoted(observed: string, wire: string): string {
  return observed.replace(/`([^`]*)`/g, (code, quoted) => (wire.includes(quoted.replace(/…$/, '')) ? '' : code));
}

function same({ match, request }: Exchange): Pick<Exchange, 'match' | 'request'> {
  return { match, request };
}
