// The project belongs to a different organisation than the tenant header names.

import { inference } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'wrong-tenant',
  statuses: [400, 403, 404, 500],
  run({ ids, tenant, history }) {
    const occurrence = ids.projectId === undefined ? undefined : history.project(ids.projectId);
    if (occurrence?.tenant === undefined || tenant === undefined || occurrence.tenant === tenant) return [];
    const shown = history.nameOf(occurrence.tenant);
    return [
      {
        observed: `The project ${quote(occurrence.record.name, 40)} was returned for tenant ${shown} at ${clockTime(occurrence.exchange.startedMs)}. This request is for tenant ${history.nameOf(tenant)}`,
        fix: `Send the \`Xero-Tenant-Id\` of ${shown}, or use an ID from this tenant.`,
        certainty: 'likely',
        tenantToSend: occurrence.tenant,
        relatedIds: [occurrence.exchange.id],
        citation: inference,
      },
    ];
  },
};
