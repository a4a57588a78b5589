// The same token reached another organisation: it is the tenant, not the token.

import { inference } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import { tenantOf } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'token-works-elsewhere',
  statuses: [403],
  run({ call, tenant, memory }) {
    const token = call.exchange.request.token?.fingerprint;
    if (token === undefined || token === '') return [];
    const worked = memory.last(
      (each) =>
        each.request.token?.fingerprint === token &&
        tenantOf(each) !== undefined &&
        tenantOf(each) !== tenant &&
        isSuccess(each),
    );
    if (worked === undefined) return [];
    return [
      {
        text: `The same token worked for tenant ${memory.nameOf(tenantOf(worked) ?? '')} at ${clockTime(worked.startedMs)}: the token is good, the tenant is not.`,
        fix: 'Correct `Xero-Tenant-Id`.',
        sure: 'likely',
        rests: [worked.id],
        source: inference,
      },
    ];
  },
};
