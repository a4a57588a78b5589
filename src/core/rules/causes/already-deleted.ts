// The resource was deleted earlier in this log.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'already-deleted',
  statuses: [404],
  run({ context: { exchange }, history }) {
    const path = exchange.match.path?.toLowerCase();
    const deleted = history.last(
      ({ request, response, match }) =>
        request.method.toUpperCase() === 'DELETE' && response.status === 204 && match.path?.toLowerCase() === path,
    );
    if (deleted === undefined) return [];
    return [
      {
        observed: `This record was deleted at ${clockTime(deleted.startedMs)}`,
        fix: 'Remove it from your own list.',
        certainty: 'likely',
        relatedIds: [deleted.id],
        citation: secondary(
          'Notes on recordings of the live Projects API, August 2026: a GET of a deleted task returns 404',
        ),
      },
    ];
  },
};
