// Runs every check on one exchange.

import type { Citation } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import type { Exchange } from '../../model/exchange.ts';
import { bySeverity, type Finding, toFinding } from '../../model/finding.ts';
import { allChecks } from './all.ts';
import type { Check, CheckResult, CheckSeverity } from './check.ts';
import { createContext } from './check-context.ts';

export interface CheckFinding extends Finding {
  readonly check: Check;
  readonly severity: CheckSeverity;
  readonly citation: Citation;
  readonly expected: string;
  /** It breaks a rule, but Xero answered with success. */
  readonly acceptedByXero: boolean;
}

/** `exchanges` is the log, by time. Errors first, then warnings and notes. Never throws. */
export function runChecks(exchange: Exchange, exchanges: readonly Exchange[]): CheckFinding[] {
  // Other paths on Xero's host have other rules.
  if (exchange.match.path === undefined) return [];
  const context = createContext(exchange, exchanges);
  return allChecks
    .flatMap((check) =>
      check
        .run(context)
        .slice(0, MAX_FINDINGS)
        .map((observation) => toCheckFinding(check, observation, exchange)),
    )
    .sort(bySeverity);
}

/** Of one check: more of them add nothing. */
const MAX_FINDINGS = 20;

/** An error that Xero accepted is only worth a note. */
function toCheckFinding(check: Check, result: CheckResult, exchange: Exchange): CheckFinding {
  const { severity = check.severity, citation = check.citation } = result;
  const acceptedByXero = severity === 'error' && isSuccess(exchange);
  const shown = { ...result, citation, severity: acceptedByXero ? ('note' as const) : severity };
  return { ...toFinding('check', check, shown), check, acceptedByXero };
}
