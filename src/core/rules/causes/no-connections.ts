// `/connections` returned an empty list for the token, so it has no organisation.

import type { Citation } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'no-connections',
  statuses: [403],
  run({ context: { exchange }, history }) {
    const list = history.lastList;
    if (list === undefined || list.connections.length > 0) return [];
    const [mine = '', other = ''] = [exchange, list.exchange].map(({ request }) => request.token?.fingerprint);
    if (mine !== '' && other !== '' && mine !== other) return [];
    return [
      {
        observed: `\`/connections\` returned an empty list at ${clockTime(list.exchange.startedMs)}. The connection was deleted, or the token belongs to another user`,
        fix: 'Have the user who owns the connection connect the organisation again.',
        certainty: mine !== '' && mine === other && !list.isFiltered ? 'certain' : 'likely',
        relatedIds: [list.exchange.id],
        citation: maintainer,
      },
    ];
  },
};

const maintainer: Citation = {
  basis: 'documented',
  title: 'Xero maintainer, Xero-OpenAPI issue 585',
  url: 'https://github.com/XeroAPI/Xero-OpenAPI/issues/585',
  retrieved: '2026-11-30',
};
