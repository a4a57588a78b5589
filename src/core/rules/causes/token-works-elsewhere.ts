// The same token works for another organisation, so the tenant is at fault.

import { inference } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import { tenantId } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'token-works-elsewhere',
  statuses: [403],
  run({ call, tenant, history }) {
    const token = call.exchange.request.token?.fingerprint;
    if (token === undefined || token === '') return [];
    const worked = history.last(
      (each) =>
        each.request.token?.fingerprint === token &&
        tenantId(each) !== undefined &&
        tenantId(each) !== tenant &&
        isSuccess(each),
    );
    if (worked === undefined) return [];
    const other = tenantId(worked) ?? '';
    return [
      {
        observed: `The same token worked for tenant ${history.nameOf(other)} at ${clockTime(worked.startedMs)}, so the problem is the tenant, not the token`,
        fix: `Send the tenant ID of ${history.nameOf(other)}, if you meant that organisation. Otherwise connect this one.`,
        certainty: 'likely',
        tenantToSend: other,
        relatedIds: [worked.id],
        citation: inference,
      },
    ];
  },
};
