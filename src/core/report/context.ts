// What a report looks at beside its own call: the calls around it, few enough to be redacted while somebody waits.

import { type Diagnosis, diagnose } from '../diagnose/diagnose.ts';
import { isConnections } from '../match/connections.ts';
import type { Exchange } from '../model/exchange.ts';
import type { AnalysisContext } from '../rules/analyze.ts';
import { createSession } from '../session/session.ts';

/** Causes and judgements seldom look further. Exchanges. */
const MAX_EXCHANGES_BEFORE = 1_500;
const MAX_EXCHANGES_AFTER = 300;

/** By time, with all that told of connections. */
export function contextExchanges(exchange: Exchange, log: readonly Exchange[]): Exchange[] {
  const at = log.findIndex(({ id }) => id === exchange.id);
  if (at === -1) return [exchange];
  return log.filter(
    (each, i) => (i >= at - MAX_EXCHANGES_BEFORE && i <= at + MAX_EXCHANGES_AFTER) || isConnections(each),
  );
}

/** `exchanges` are by time. */
export function buildContext(exchanges: readonly Exchange[]): AnalysisContext {
  const byId = new Map(exchanges.map((each) => [each.id, each]));
  const session = createSession();
  for (const each of exchanges) session.put(each);
  const diagnoses = new Map<Exchange, Diagnosis>();
  return {
    log: { exchanges, get: (id) => byId.get(id) },
    session,
    diagnosisOf(exchange) {
      const known = diagnoses.get(exchange) ?? diagnose(exchange);
      diagnoses.set(exchange, known);
      return known;
    },
  };
}
