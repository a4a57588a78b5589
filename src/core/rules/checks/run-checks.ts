// Runs every check over one call and puts what they saw in order.

import type { Source } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Exchange } from '../../model/exchange.ts';
import { allChecks } from './all.ts';
import type { Check, Severity, Sighting } from './check.ts';
import { callOf } from './check-context.ts';

export interface Finding extends Sighting {
  readonly check: Check;
  readonly severity: Severity;
  readonly sure: Certainty;
  readonly fix: string;
  readonly source: Source;
  /** It breaks a rule, and yet Xero answered with success. */
  readonly accepted: boolean;
}

/** `exchanges` is the log, by time. Errors first, then warnings and notes. Never throws. */
export function runChecks(exchange: Exchange, exchanges: readonly Exchange[]): Finding[] {
  // Elsewhere on Xero's host other rules hold.
  if (exchange.recognition.path === undefined) return [];
  const call = callOf(exchange, exchanges);
  const findings = allChecks.flatMap((check) =>
    check
      .run(call)
      .slice(0, most)
      .map((sighting) => found(check, sighting, exchange)),
  );
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** More sightings of one check say nothing more. */
const most = 20;

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** What Xero took cannot have been refused for it: then an error is worth a note. */
function found(check: Check, sighting: Sighting, exchange: Exchange): Finding {
  const severity = sighting.severity ?? check.severity;
  const accepted = severity === 'error' && isSuccess(exchange);
  return {
    sure: 'certain',
    fix: check.fix,
    source: check.source,
    ...sighting,
    check,
    severity: accepted ? 'note' : severity,
    accepted,
  };
}
