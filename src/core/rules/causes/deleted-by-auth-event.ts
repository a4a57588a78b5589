// `DELETE /connections/{id}` was sent the id of a sign-in or of a tenant, not that of the connection.

import { recorded } from '../../../catalogue/citation.ts';
import { connectionId, isOneConnection } from '../../match/connections.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'deleted-by-auth-event',
  statuses: [400, 403, 404],
  isOutsideProjects: true,
  run({ context: { exchange }, history }) {
    const id = isOneConnection(exchange) ? connectionId(exchange.request.url) : undefined;
    const known = history.connections;
    if (id === undefined || known === undefined || known.connections.some((each) => each.id === id)) return [];
    const field = (['authEventId', 'tenantId'] as const).find((name) =>
      known.connections.some((each) => each[name] === id),
    );
    if (field === undefined) return [];
    return [
      {
        observed: `The ID in the URL is the \`${field}\` of a connection, not its \`id\``,
        fix: 'Send the connection’s `id`, as `GET /connections` returns it.',
        certainty: 'likely',
        relatedIds: [known.exchangeId],
        citation: recorded(
          'DELETE /connections with an authEventId, pyxero issue 307',
          'https://github.com/freakboy3742/pyxero/issues/307',
        ),
      },
    ];
  },
};
