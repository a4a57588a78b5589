// Runs every check over one call and puts what they saw in order.

import type { Citation } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Exchange } from '../../model/exchange.ts';
import { allChecks } from './all.ts';
import type { Check, CheckResult, Severity } from './check.ts';
import { createContext } from './check-context.ts';

export interface Finding extends CheckResult {
  readonly check: Check;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly fix: string;
  readonly citation: Citation;
  /** It breaks a rule, and yet Xero answered with success. */
  readonly acceptedByXero: boolean;
}

/** `exchanges` is the log, by time. Errors first, then warnings and notes. Never throws. */
export function runChecks(exchange: Exchange, exchanges: readonly Exchange[]): Finding[] {
  // Elsewhere on Xero's host other rules hold.
  if (exchange.match.path === undefined) return [];
  const call = createContext(exchange, exchanges);
  const findings = allChecks.flatMap((check) =>
    check
      .run(call)
      .slice(0, MAX_RESULTS)
      .map((sighting) => found(check, sighting, exchange)),
  );
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** More sightings of one check say nothing more. */
const MAX_RESULTS = 20;

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** What Xero took cannot have been refused for it: then an error is worth a note. */
function found(check: Check, sighting: CheckResult, exchange: Exchange): Finding {
  const severity = sighting.severity ?? check.severity;
  const acceptedByXero = severity === 'error' && isSuccess(exchange);
  return {
    certainty: 'certain',
    fix: check.fix,
    citation: check.citation,
    ...sighting,
    check,
    severity: acceptedByXero ? 'note' : severity,
    acceptedByXero,
  };
}
