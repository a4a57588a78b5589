// The surrounding exchanges that a report analyzes, few enough to be redacted while the user waits.

import { type Diagnosis, diagnose } from '../diagnose/diagnose.ts';
import { isConnections } from '../match/connections.ts';
import type { Exchange } from '../model/exchange.ts';
import { indexOfId } from '../model/index-of-id.ts';
import type { AnalysisContext } from '../rules/analyze.ts';
import { createSession } from '../session/session.ts';

/** Cause rules and sequence rules seldom look further. */
const MAX_EXCHANGES_BEFORE = 1_500;
const MAX_EXCHANGES_AFTER = 300;

/** In order of time, including every response of GET /connections. */
export function contextExchanges(exchange: Exchange, log: readonly Exchange[]): Exchange[] {
  const at = indexOfId(log, exchange.id);
  if (at === -1) return [exchange];
  return log.filter(
    (each, i) => (i >= at - MAX_EXCHANGES_BEFORE && i <= at + MAX_EXCHANGES_AFTER) || isConnections(each),
  );
}

/** `exchanges` are ordered by time. */
export function buildContext(exchanges: readonly Exchange[]): AnalysisContext {
  const byId = new Map(exchanges.map((each) => [each.id, each]));
  const session = createSession();
  for (const each of exchanges) session.put(each);
  const diagnoses = new Map<Exchange, Diagnosis>();
  return {
    log: { exchanges, get: (id) => byId.get(id) },
    session,
    diagnosisOf(exchange) {
      const diagnosis = diagnoses.get(exchange) ?? diagnose(exchange);
      diagnoses.set(exchange, diagnosis);
      return diagnosis;
    },
  };
}
