// The token has the scope, so the organisation or the user lacks the permission.

import { responseCodes } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import { usableToken } from '../check-support/token.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'scope-granted',
  statuses: [401],
  run({ context: { exchange, operation }, diagnosis }) {
    const scopes = usableToken(exchange)?.scopes;
    const granted = operation?.scopes.find((each) => scopes?.includes(each));
    // A challenge that names the scope shows that the plan is not the cause.
    if (diagnosis.row.atFault !== 'scope-or-plan' || diagnosis.row.isAsSpecific || granted === undefined) return [];
    return [
      {
        observed: `The token has the scope ${quote(granted)}, so the organisation doesn’t have Xero Projects or the user has no Projects role`,
        fix: 'Open Projects in Xero as that user. Check the organisation’s plan and the user’s role.',
        certainty: 'likely',
        relatedIds: [],
        citation: { ...responseCodes, basis: 'inferred' },
      },
    ];
  },
};
