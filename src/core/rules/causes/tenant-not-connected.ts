// The organisation isn't among the token's connections.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'tenant-not-connected',
  statuses: [403],
  run({ call, tenant, history }) {
    const seen = history.connections;
    if (seen === undefined || tenant === undefined) return [];
    if (history.lastList?.connections.length === 0) return [];
    // A check reports another id of a connection in place of its `tenantId`.
    if (seen.connections.some((each) => [each.tenantId, each.id, each.authEventId].includes(tenant))) return [];
    const at = call.earlier.find((each) => each.id === seen.exchangeId)?.startedMs ?? Number.NaN;
    return [
      {
        observed: `The tenant is not among the ${seen.connections.length} that \`/connections\` listed at ${clockTime(at)}`,
        fix: 'Have the user connect that organisation again, or use the id of one that is connected.',
        certainty: 'likely',
        relatedIds: [seen.exchangeId],
        citation: secondary(
          'Questions on 403 after a connection was removed',
          'https://stackoverflow.com/questions/67426382',
        ),
      },
    ];
  },
};
