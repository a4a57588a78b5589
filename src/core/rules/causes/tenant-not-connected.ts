// The organisation isn't among the token's connections.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { plural } from '../../text/plural.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'tenant-not-connected',
  statuses: [403],
  run({ context, tenant, history }) {
    const seen = history.connections;
    if (seen === undefined || tenant === undefined) return [];
    if (history.lastList?.connections.length === 0) return [];
    // A check reports another id of a connection in place of its `tenantId`.
    if (seen.connections.some((each) => [each.tenantId, each.id, each.authEventId].includes(tenant))) return [];
    const at = context.earlier.find((each) => each.id === seen.exchangeId)?.startedMs ?? Number.NaN;
    return [
      {
        observed: `This tenant isn’t in the list that \`/connections\` returned at ${clockTime(at)} (${plural(seen.connections.length, 'tenant')})`,
        fix: 'Have the user connect the organisation again, or use the tenant ID of a connected one.',
        certainty: 'likely',
        relatedIds: [seen.exchangeId],
        citation: secondary(
          'Questions about 403 after a connection was removed',
          'https://stackoverflow.com/questions/67426382',
        ),
      },
    ];
  },
};
