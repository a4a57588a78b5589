// Runs all checks, cause rules and sequence rules on one exchange, and finds an exchange to compare it with.

import { findCounterpart, findSameOperation } from '../compare/choose-counterpart.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { hasFailed } from '../diagnose/outcome.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ExchangeLog } from '../model/exchange-log.ts';
import type { Finding } from '../model/finding.ts';
import { attemptsOf } from '../session/attempts.ts';
import type { Session } from '../session/session.ts';
import { type LikelyCause, likelyCauses } from './causes/likely-causes.ts';
import { mergeMisnamed } from './run-checks/merge-misnamed.ts';
import { type CheckFinding, runChecks } from './run-checks/run-checks.ts';
import { runSequenceRules } from './sequences/run-sequence-rules.ts';

export interface Analysis {
  readonly findings: readonly CheckFinding[];
  readonly causes: readonly LikelyCause[];
  readonly sequence: readonly Finding[];
  readonly comparable?: Comparable | undefined;
}

/** Another exchange of the same operation, for comparison. */
export interface Comparable {
  readonly exchange: Exchange;
  /** Whether one succeeded and the other failed. */
  readonly hasOtherOutcome: boolean;
}

/** The log and session around the exchange. */
export interface AnalysisContext {
  readonly log: Pick<ExchangeLog, 'exchanges' | 'get'>;
  readonly session: Session;
  readonly diagnosisOf: (exchange: Exchange) => Diagnosis;
}

/** Pure and total. */
export function analyze(exchange: Exchange, { log, session, diagnosisOf }: AnalysisContext, nowMs: number): Analysis {
  const findings = mergeMisnamed(runChecks(exchange, log.exchanges));
  const causes = likelyCauses(exchange, diagnosisOf(exchange), findings, log.exchanges);
  const sequence = runSequenceRules({
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
  return { findings, causes, sequence, comparable: comparableTo(exchange, log.exchanges, session) };
}

function comparableTo(exchange: Exchange, exchanges: readonly Exchange[], session: Session): Comparable | undefined {
  // The session leaves out exchanges without a time.
  const failed = (each: Exchange) => session.get(each.id)?.failed ?? hasFailed(each);
  const other = findCounterpart(exchange, exchanges, failed);
  if (other) return { exchange: other, hasOtherOutcome: true };
  const alike = findSameOperation(exchange, exchanges);
  return alike && { exchange: alike, hasOtherOutcome: false };
}

/** The warnings of the checks on the request alone: cheap enough for every row of the list. */
export function requestWarnings(exchange: Exchange): CheckFinding[] {
  const withoutResponse = { ...exchange, response: { ...exchange.response, body: { kind: 'none' } as const } };
  return runChecks(withoutResponse, []).filter(({ severity }) => severity !== 'note');
}

/** A check that fired, without its finding. */
export interface FiredCheck {
  readonly id: string;
  readonly severity: CheckFinding['severity'];
}

/** Runs the checks on request and response. `earlier`: the exchanges that checks depend on, in order of time. */
export function runAllChecks(exchange: Exchange, earlier: readonly Exchange[]): FiredCheck[] {
  return runChecks(exchange, earlier).map(({ ruleId, severity }) => ({ id: ruleId, severity }));
}
