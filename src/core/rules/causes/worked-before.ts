// The same read succeeded earlier, so the request itself may be correct.

import { inference } from '../../../catalogue/citation.ts';
import { isAccepted } from '../../diagnose/outcome.ts';
import { tenantId } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'worked-before',
  statuses: [500],
  run({ context: { exchange }, tenant, history }) {
    if (exchange.request.method.toUpperCase() !== 'GET') return [];
    const worked = history.last(
      (each) => each.request.url === exchange.request.url && tenantId(each) === tenant && isAccepted(each),
    );
    if (worked === undefined) return [];
    return [
      {
        observed: `The same request worked at ${clockTime(worked.startedMs)}, so the problem is likely on Xero’s side and may be temporary`,
        fix: 'Retry with increasing delays.',
        certainty: 'possible',
        relatedIds: [worked.id],
        citation: inference,
      },
    ];
  },
};
