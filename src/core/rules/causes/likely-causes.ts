// Why a request failed, the likeliest cause first. Based on the diagnosis, the findings of the checks and earlier exchanges.

import type { Diagnosis } from '../../diagnose/diagnose.ts';
import { certaintyRank } from '../../model/certainty.ts';
import { type Exchange, tenantId } from '../../model/exchange.ts';
import { type Finding, toFinding } from '../../model/finding.ts';
import { createContext } from '../check-support/check-context.ts';
import type { CheckFinding } from '../run-checks/run-checks.ts';
import { allCauses } from './all.ts';
import type { Cause, FailedRequest, PathIds } from './cause.ts';
import { createHistory } from './history.ts';

export type LikelyCause = Finding & Cause;

/** Pure and total. `exchanges` is the log, in order of time. Empty unless Xero rejected the request and a cause is known. */
export function likelyCauses(
  exchange: Exchange,
  diagnosis: Diagnosis,
  findings: readonly CheckFinding[],
  exchanges: readonly Exchange[],
): LikelyCause[] {
  const { status } = diagnosis.evidence;
  const isOutside = exchange.match.path === undefined;
  const rules = allCauses.filter(
    (rule) => rule.statuses.includes(status) && (rule.isOutsideProjects ?? false) === isOutside,
  );
  if (rules.length === 0 || exchange.failure !== undefined) return [];
  const context = createContext(exchange, exchanges);
  const refusal: FailedRequest = {
    context,
    diagnosis,
    findings,
    tenant: tenantId(exchange),
    ids: idsIn(exchange, context.operation?.path),
    history: createHistory(context.earlier),
  };
  return rules
    .flatMap(({ id, run }) => run(refusal).map((cause) => toLikelyCause(id, cause)))
    .sort((a, b) => certaintyRank(b) - certaintyRank(a));
}

function toLikelyCause(id: string, cause: Cause): LikelyCause {
  return toFinding('cause', { id, title: titles[cause.certainty], severity: 'error' }, cause);
}

const titles = { certain: 'Cause', likely: 'Likely cause', possible: 'Possible cause' } as const;

function idsIn({ match }: Exchange, template = ''): PathIds {
  const given = (match.path ?? '').toLowerCase().split('/');
  const named = template
    .split('/')
    .flatMap((part, i) => (part.startsWith('{') ? [[part.slice(1, -1), given[i] ?? ''] as const] : []));
  return Object.fromEntries(named);
}
