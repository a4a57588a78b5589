// The project belongs to a different organisation than the tenant header names.

import { inference } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'wrong-tenant',
  statuses: [400, 403, 404, 500],
  run({ ids, tenant, history }) {
    const sight = ids.projectId === undefined ? undefined : history.project(ids.projectId);
    if (sight?.tenant === undefined || tenant === undefined || sight.tenant === tenant) return [];
    const shown = history.nameOf(sight.tenant);
    return [
      {
        observed: `The project ${quote(sight.what.name, 40)} was shown for tenant ${shown} at ${clockTime(sight.exchange.startedMs)}; this call was made for tenant ${history.nameOf(tenant)}`,
        fix: `Send \`Xero-Tenant-Id\` of ${shown}, or an id of the tenant that is asked.`,
        certainty: 'likely',
        relatedIds: [sight.exchange.id],
        citation: inference,
      },
    ];
  },
};
