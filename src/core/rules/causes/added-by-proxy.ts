// A proxy adds the token or the tenant. Earlier requests through it worked without the page's own, so what it adds no longer works.

import { inference } from '../../../catalogue/citation.ts';
import { isLessSpecific } from '../../diagnose/diagnosis-rows.ts';
import { clockTime } from '../../text/clock-time.ts';
import { type AddedByProxy, lastWithout } from '../check-support/proxy-adds.ts';
import type { CauseRule, FailedRequest } from './cause.ts';

export const rule: CauseRule = {
  id: 'added-by-proxy',
  statuses: [401, 403],
  run(refusal) {
    const { context, diagnosis } = refusal;
    const what: AddedByProxy = diagnosis.evidence.status === 401 ? 'token' : 'tenant';
    const worked = lastWithout(what, context.exchange, context.earlier);
    if (worked === undefined) return [];
    return [
      {
        observed: `Your proxy adds the ${what}. This last worked at ${clockTime(worked.startedMs)}`,
        fix: fixOf(what, refusal),
        certainty: isLessSpecific(diagnosis.row) ? 'possible' : 'likely',
        relatedIds: [worked.id],
        citation: inference,
      },
    ];
  },
};

function fixOf(what: AddedByProxy, { diagnosis: { row } }: FailedRequest): string {
  if (what === 'tenant') return 'Check the tenant ID and the connection in your proxy.';
  // The response doesn't show who refused the request.
  if (isLessSpecific(row)) return 'Sign in to your own server again, or refresh the token there.';
  return row.atFault === 'scope-or-plan'
    ? 'Check the scopes of the token in your proxy.'
    : 'Refresh the token in your proxy.';
}
