// What is asked for was deleted earlier in this log.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'already-deleted',
  statuses: [404],
  run({ call: { exchange }, memory }) {
    const path = exchange.recognition.path?.toLowerCase();
    const deleted = memory.last(
      ({ request, response, recognition }) =>
        request.method.toUpperCase() === 'DELETE' &&
        response.status === 204 &&
        recognition.path?.toLowerCase() === path,
    );
    if (deleted === undefined) return [];
    return [
      {
        text: `It was deleted at ${clockTime(deleted.startedMs)}.`,
        fix: 'Take it out of your own list.',
        sure: 'likely',
        rests: [deleted.id],
        source: secondary(
          'Notes to the recordings of the live Projects API, August 2026: a GET of a deleted task is answered 404',
        ),
      },
    ];
  },
};
