// The scope was added to the app after this token was issued.

import { recorded } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import { usableToken } from '../check-support/token.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'scope-added-later',
  statuses: [401],
  run({ context: { exchange, operation }, diagnosis, history }) {
    const token = usableToken(exchange);
    const allows = (scopes: readonly string[] | undefined) =>
      operation?.scopes.some((each) => scopes?.includes(each)) ?? false;
    if (token?.scopes === undefined || operation === undefined || allows(token.scopes)) return [];
    const other = history.last(
      ({ request }) => request.token?.clientId === token.clientId && allows(request.token?.scopes),
    );
    const [thisMs, otherMs] = [token.notBeforeMs, other?.request.token?.notBeforeMs];
    if (other === undefined || thisMs === undefined || otherMs === undefined) return [];
    return [
      {
        observed: `Another token of the same app (${quote(other.request.token?.fingerprint ?? '', 12)}) has the scope. This one was issued at ${clockTime(thisMs)}, ${
          thisMs < otherMs ? 'before it was added' : 'without it'
        }`,
        fix: 'Have the user consent again, then use the new token.',
        certainty: diagnosis.row.atFault === 'scope-or-plan' ? 'certain' : 'likely',
        relatedIds: [other.id],
        citation: recorded(
          'xero-php-oauth2-starter issue 22',
          'https://github.com/XeroAPI/xero-php-oauth2-starter/issues/22',
        ),
      },
    ];
  },
};
