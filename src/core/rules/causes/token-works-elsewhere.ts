// The same token, or the token that the proxy adds, works for another organisation, so the tenant is at fault.

import { inference } from '../../../catalogue/citation.ts';
import { isAccepted } from '../../diagnose/outcome.ts';
import { type Exchange, isDirectToXero, tenantId } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import { originOf } from '../check-support/proxy-adds.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'token-works-elsewhere',
  statuses: [403],
  run({ context: { exchange }, tenant, history }) {
    const isHidden = isAddedByProxy(exchange);
    const worked = history.last(
      (each) =>
        tenantId(each) !== undefined &&
        tenantId(each) !== tenant &&
        (isHidden ? isThroughSameProxy(each, exchange) : hasSameToken(each, exchange)) &&
        isAccepted(each),
    );
    if (worked === undefined) return [];
    const other = tenantId(worked) ?? '';
    const shown = `tenant ${history.nameOf(other)} at ${clockTime(worked.startedMs)}`;
    return [
      {
        observed: isHidden
          ? `A request through the same proxy worked for ${shown}, so the problem is probably the tenant`
          : `The same token worked for ${shown}, so the problem is the tenant, not the token`,
        fix: `Send the tenant ID of ${history.nameOf(other)}, if you meant that organisation. Otherwise connect this one.`,
        certainty: 'likely',
        tenantToSend: other,
        relatedIds: [worked.id],
        citation: inference,
      },
    ];
  },
};

function hasSameToken(a: Exchange, b: Exchange): boolean {
  const fingerprint = b.request.token?.fingerprint ?? '';
  return fingerprint !== '' && a.request.token?.fingerprint === fingerprint;
}

function isThroughSameProxy(a: Exchange, b: Exchange): boolean {
  return isAddedByProxy(a) && originOf(a) === originOf(b);
}

function isAddedByProxy(exchange: Exchange): boolean {
  return !isDirectToXero(exchange) && exchange.request.token === undefined;
}
