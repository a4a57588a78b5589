// The user of a time entry isn't a user of Projects.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { plural } from '../../text/plural.ts';
import { quote } from '../../text/quote.ts';
import { requestFields } from '../check-support/walk-fields.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'user-not-listed',
  statuses: [400, 404],
  run({ context, tenant, history }) {
    const field = requestFields(context).fields.find(({ row }) => row.name === 'userId');
    const list = history.lastCompleteList('getProjectUsers', tenant);
    if (list === undefined || typeof field?.value !== 'string') return [];
    if (list.shown.users.includes(field.value.toLowerCase())) return [];
    return [
      {
        observed: `The \`userId\` ${quote(field.value, 40)} isn’t in the list that \`ProjectsUsers\` returned at ${clockTime(list.exchange.startedMs)} (${plural(list.shown.users.length, 'user')})`,
        fix: 'Look up the `userId` by email in `GET /ProjectsUsers`, because Accounting’s user IDs differ. A user who isn’t listed needs a Projects role, at least Limited.',
        certainty: 'likely',
        relatedIds: [list.exchange.id],
        citation: secondary('Notes from an app that posts time to Projects: 404 if the user isn’t active in Projects'),
      },
    ];
  },
};
