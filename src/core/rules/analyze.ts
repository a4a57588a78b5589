// All that can be said of one call beyond its diagnosis: what the checks saw, why it was likely refused, and how the sequence was made.

import { anyAlike, comparedWith } from '../compare/choose-counterpart.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ExchangeLog } from '../model/exchange-log.ts';
import { attemptsOf } from '../session/attempts.ts';
import type { Session } from '../session/session.ts';
import { type LikelyCause, likelyCauses } from './causes/likely-causes.ts';
import { type Finding, runChecks } from './checks/run-checks.ts';
import { type Judged, judge } from './sequences/run-sequence-rules.ts';

export interface Insight {
  readonly findings: readonly Finding[];
  readonly causes: readonly LikelyCause[];
  readonly judged: readonly Judged[];
  readonly comparable?: Comparable | undefined;
}

/** Another call of the same operation, to hold this one against. */
export interface Comparable {
  readonly exchange: Exchange;
  /** The one worked and the other failed. */
  readonly endedOtherwise: boolean;
}

/** What the call stands among. */
export interface Surroundings {
  readonly log: Pick<ExchangeLog, 'exchanges' | 'get'>;
  readonly session: Session;
  readonly diagnosisOf: (exchange: Exchange) => Diagnosis;
}

/** Pure and total. */
export function insightInto(exchange: Exchange, { log, session, diagnosisOf }: Surroundings, nowMs: number): Insight {
  const findings = runChecks(exchange, log.exchanges);
  const causes = likelyCauses(exchange, diagnosisOf(exchange), findings, log.exchanges);
  const judged = judge({
    exchange,
    attempts: attemptsOf(session, exchange.id),
    session,
    exchangeOf: (id) => log.get(id),
    diagnosisOf: (id) => {
      const found = log.get(id);
      return found && diagnosisOf(found);
    },
    nowMs,
  });
  return { findings, causes, judged, comparable: comparableTo(exchange, log.exchanges) };
}

function comparableTo(exchange: Exchange, exchanges: readonly Exchange[]): Comparable | undefined {
  const other = comparedWith(exchange, exchanges);
  if (other) return { exchange: other, endedOtherwise: true };
  const alike = anyAlike(exchange, exchanges);
  return alike && { exchange: alike, endedOtherwise: false };
}

/** A check that spoke, without its words. */
export interface Spoken {
  readonly id: string;
  readonly severity: Finding['severity'];
}

/** What the checks say of the request alone: cheap enough for every row of a list. */
export function spokenIn(exchange: Exchange): Spoken[] {
  return spokenAmong({ ...exchange, response: { ...exchange.response, body: { kind: 'none' } } }, []);
}

/** What the checks say of all of it. `earlier`: what they look back at of the log, by time. */
export function spokenAmong(exchange: Exchange, earlier: readonly Exchange[]): Spoken[] {
  return runChecks(exchange, earlier).map(({ check, severity }) => ({ id: check.id, severity }));
}
