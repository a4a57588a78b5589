// Runs the sequence rules on one exchange of a log, like the panel.

import { diagnose } from '../core/diagnose/diagnose.ts';
import type { Exchange } from '../core/model/exchange.ts';
import type { Finding } from '../core/model/finding.ts';
import { runSequenceRules } from '../core/rules/sequences/run-sequence-rules.ts';
import { attemptsOf } from '../core/session/attempts.ts';
import { sessionOf } from './timed-exchanges.ts';

/** The findings about `exchange` at `nowMs`. */
export function evaluate(
  exchanges: readonly Exchange[],
  exchange: Exchange,
  nowMs: number,
  session = sessionOf(exchanges),
): Finding[] {
  const byId = new Map(exchanges.map((each) => [each.id, each]));
  const exchangeOf = (id: number) => byId.get(id);
  const diagnosisOf = (id: number) => {
    const found = byId.get(id);
    return found && diagnose(found);
  };
  return runSequenceRules({
    exchange,
    attempts: attemptsOf(session, exchange.id),
    session,
    exchangeOf,
    diagnosisOf,
    nowMs,
  });
}
