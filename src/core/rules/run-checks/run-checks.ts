// Runs all checks on one exchange.

import type { Citation } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import type { Exchange } from '../../model/exchange.ts';
import { bySeverity, type Finding, toFinding } from '../../model/finding.ts';
import type { Check, CheckResult, CheckSeverity } from '../check-support/check.ts';
import { createContext } from '../check-support/check-context.ts';
import { allChecks } from './all-checks.ts';

export interface CheckFinding extends Finding {
  readonly check: Check;
  readonly severity: CheckSeverity;
  readonly citation: Citation;
  readonly expected: string;
  /** A finding that this one also explains and replaces. */
  readonly absorbed?: CheckFinding;
  readonly meant?: CheckResult['meant'];
  readonly tenantToSend?: string;
  /** Breaks a rule, but Xero responded with success. */
  readonly acceptedByXero: boolean;
}

/** `exchanges` is the log, sorted by time. Returns errors first, then warnings and notes. Never throws. */
export function runChecks(exchange: Exchange, exchanges: readonly Exchange[]): CheckFinding[] {
  // Most checks apply to no other paths on Xero's host.
  const checks = exchange.match.path === undefined ? allChecks.filter((check) => check.runsOutsideApi) : allChecks;
  const context = createContext(exchange, exchanges);
  return checks
    .flatMap((check) =>
      check
        .run(context)
        .slice(0, MAX_FINDINGS)
        .map((observation) => toCheckFinding(check, observation, exchange)),
    )
    .sort(bySeverity);
}

/** Findings per check. More add nothing. */
export const MAX_FINDINGS = 20;

/** Reports an error as a note if Xero accepted the request. */
function toCheckFinding(check: Check, result: CheckResult, exchange: Exchange): CheckFinding {
  const { severity = check.severity, citation = check.citation } = result;
  const acceptedByXero = severity === 'error' && isSuccess(exchange);
  const shown = { ...result, citation, severity: acceptedByXero ? ('note' as const) : severity };
  return { ...toFinding('check', check, shown), check, acceptedByXero };
}
