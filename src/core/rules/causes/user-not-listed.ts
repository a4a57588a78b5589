// The user of a time entry isn't a user of Projects.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import { requestFields } from '../check-support/walk-fields.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'user-not-listed',
  statuses: [400, 404],
  run({ call, tenant, history }) {
    const field = requestFields(call).fields.find(({ row }) => row.name === 'userId');
    const list = history.lastCompleteList('getProjectUsers', tenant);
    if (list === undefined || typeof field?.value !== 'string') return [];
    if (list.shown.users.includes(field.value.toLowerCase())) return [];
    return [
      {
        observed: `The \`userId\` ${quote(field.value, 40)} is not among the ${list.shown.users.length === 1 ? 'one user' : `${list.shown.users.length} users`} of the last \`ProjectsUsers\` answer, at ${clockTime(list.exchange.startedMs)}`,
        fix: 'Take the `userId` from `GET /ProjectsUsers`, by e-mail, for Accounting’s user ids differ; a user who is not there needs a Projects role, at least Limited.',
        certainty: 'likely',
        relatedIds: [list.exchange.id],
        citation: secondary(
          'Notes of an app that posts time to Projects: 404 where the user is not active in Projects',
        ),
      },
    ];
  },
};
