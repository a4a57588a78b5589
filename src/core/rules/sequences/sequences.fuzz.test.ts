// Holds that no exchange, however broken or hostile, makes a session, its limits, its attempts or a judgement throw or say nonsense.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange } from '../../../testing/arbitraries/exchange.ts';
import { beginMs, sessionOf } from '../../../testing/calls.ts';
import { judgedOf } from '../../../testing/run-sequence.ts';
import type { Exchange } from '../../model/exchange.ts';
import { attemptsOf } from '../../session/attempts.ts';
import { appLimits, tenantLimits } from '../../session/limits.ts';

const nonsense = /NaN|Infinity|undefined|\[object/;
const anyNow = fc.constantFrom(0, beginMs, beginMs + 1e12, Number.MAX_SAFE_INTEGER);

test('any exchanges are judged in words that can be shown', { timeout: 30_000 }, () => {
  const property = fc.property(fc.array(anyExchange, { minLength: 1, maxLength: 8 }), anyNow, (drawn, nowMs) => {
    // Broken in many ways, but calls of one tenant at one address as often as not: only such make a sequence.
    const exchanges = drawn.map((each, i) => ({ ...each, id: i + 1, ...(i % 2 ? same(drawn[0] as Exchange) : {}) }));
    const wire = JSON.stringify(exchanges);
    const session = sessionOf(exchanges);
    for (const exchange of exchanges) {
      for (const { saw, right } of judgedOf(exchanges, exchange, nowMs, session)) {
        expect(withoutQuoted(saw, wire)).not.toMatch(nonsense);
        expect(right).not.toMatch(nonsense);
        expect(saw.split('`').length % 2).toBe(1);
      }
      const chain = attemptsOf(session, exchange.id);
      if (chain) expect(chain.calls[chain.index]?.id).toBe(exchange.id);
    }
    for (const tenant of session.tenants.keys()) {
      for (const state of [...tenantLimits(session, tenant, nowMs), ...appLimits(session, nowMs)]) {
        expect(state.left).toBeGreaterThanOrEqual(0);
        expect(state.left).toBeLessThanOrEqual(state.most);
        expect(`${state.pace} ${state.usedUpMs ?? 0} ${state.doubt ?? ''}`).not.toMatch(nonsense);
      }
    }
  });
  fc.assert(property, { numRuns: 400 });
});

/** What is quoted may be nonsense where the wire says so. */
function withoutQuoted(saw: string, wire: string): string {
  return saw.replace(/`([^`]*)`/g, (code, quoted) => (wire.includes(quoted.replace(/…$/, '')) ? '' : code));
}

function same({ recognition, request }: Exchange): Pick<Exchange, 'recognition' | 'request'> {
  return { recognition, request };
}
