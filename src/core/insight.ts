// All that can be said of one call beyond its diagnosis: what the checks saw, and why it was likely refused.

import { type LikelyCause, likelyCauses } from './causes/likely-causes.ts';
import { type Finding, runChecks } from './checks/run-checks.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Exchange } from './exchange.ts';

export interface Insight {
  readonly findings: readonly Finding[];
  readonly causes: readonly LikelyCause[];
}

/** Pure and total. `exchanges` is the log, by time. */
export function insightInto(exchange: Exchange, diagnosis: Diagnosis, exchanges: readonly Exchange[]): Insight {
  const findings = runChecks(exchange, exchanges);
  return { findings, causes: likelyCauses(exchange, diagnosis, findings, exchanges) };
}

/** How many errors and warnings the request alone gives: cheap enough for every row of a list. */
export function warningsIn(exchange: Exchange): number {
  const request = { ...exchange, response: { ...exchange.response, body: { kind: 'none' } } } as const;
  return runChecks(request, []).filter(({ severity }) => severity !== 'note').length;
}
