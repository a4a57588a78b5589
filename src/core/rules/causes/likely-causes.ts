// Why a call was refused, the likeliest cause first: from the diagnosis, the checks that fired and what the log told before.

import type { Diagnosis } from '../../diagnose/diagnose.ts';
import { type Exchange, tenantId } from '../../model/exchange.ts';
import { createContext } from '../checks/check-context.ts';
import type { CheckFinding } from '../checks/run-checks.ts';
import { allCauses } from './all.ts';
import type { Cause, FailedRequest, PathIds } from './cause.ts';
import { createHistory } from './history.ts';

export interface LikelyCause extends Cause {
  /** Of its rule. */
  readonly id: string;
}

/** Pure and total. `exchanges` is the log, by time. Empty for what Xero did not refuse, or where nothing is known. */
export function likelyCauses(
  exchange: Exchange,
  diagnosis: Diagnosis,
  findings: readonly CheckFinding[],
  exchanges: readonly Exchange[],
): LikelyCause[] {
  const { status } = diagnosis.evidence;
  const rules = allCauses.filter(({ statuses }) => statuses.includes(status));
  if (rules.length === 0 || exchange.match.path === undefined || exchange.failure !== undefined) return [];
  const call = createContext(exchange, exchanges);
  const refusal: FailedRequest = {
    call,
    diagnosis,
    findings,
    tenant: tenantId(exchange),
    ids: idsIn(exchange, call.operation?.path),
    history: createHistory(call.earlier),
  };
  return rules
    .flatMap(({ id, run }) => run(refusal).map((cause) => ({ ...cause, id })))
    .sort((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty));
}

const order = ['certain', 'likely', 'possible'];

function idsIn({ match }: Exchange, template = ''): PathIds {
  const given = (match.path ?? '').toLowerCase().split('/');
  const named = template
    .split('/')
    .flatMap((part, i) => (part.startsWith('{') ? [[part.slice(1, -1), given[i] ?? ''] as const] : []));
  return Object.fromEntries(named);
}
