// The same request succeeded with another token.

import { inference } from '../../../catalogue/citation.ts';
import { isAccepted } from '../../diagnose/outcome.ts';
import { type Exchange, isStripped, tenantId } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'other-token-works',
  statuses: [401, 403],
  run({ context: { exchange }, history }) {
    if (isStripped(exchange.request.token)) return [];
    const token = exchange.request.token?.fingerprint ?? '';
    const worked = history.last((each) => isSameRequest(each, exchange) && isOther(each, token) && isAccepted(each));
    if (worked === undefined) return [];
    const other = worked.request.token?.fingerprint ?? '';
    return [
      {
        observed: `The same request worked at ${clockTime(worked.startedMs)} with token ${quote(other, 12)}. This request ${token === '' ? 'has no token' : `has token ${quote(token, 12)}`}`,
        fix: 'Send the token that works. This one is older, from another user, or wasn’t replaced after a refresh.',
        certainty: 'likely',
        relatedIds: [worked.id],
        citation: inference,
      },
    ];
  },
};

function isSameRequest(a: Exchange, b: Exchange): boolean {
  return (
    a.request.method === b.request.method &&
    a.match.path?.toLowerCase() === b.match.path?.toLowerCase() &&
    tenantId(a) === tenantId(b)
  );
}

function isOther({ request: { token } }: Exchange, fingerprint: string): boolean {
  return token !== undefined && token.fingerprint !== '' && token.fingerprint !== fingerprint;
}
