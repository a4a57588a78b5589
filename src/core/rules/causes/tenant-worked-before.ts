// The organisation accepted requests earlier: the connection or the subscription has ended since.

import { secondary } from '../../../catalogue/citation.ts';
import { isAccepted } from '../../diagnose/outcome.ts';
import { isStripped, tenantId } from '../../model/exchange.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'tenant-worked-before',
  statuses: [403],
  run({ context, tenant, history }) {
    const token = context.exchange.request.token?.fingerprint ?? '';
    const worked = tenant && history.last((each) => tenantId(each) === tenant && isAccepted(each));
    if (!worked) return [];
    const isKnown = !isStripped(context.exchange.request.token) && !isStripped(worked.request.token);
    const same = token !== '' && worked.request.token?.fingerprint === token;
    const whose = same ? 'the same' : isKnown ? 'another' : 'a';
    return [
      {
        observed: `This tenant worked with ${whose} token at ${clockTime(worked.startedMs)}`,
        fix: same
          ? 'Check whether the user has since removed the connection, or the organisation’s subscription has ended.'
          : 'Check that this token’s user has connected the organisation.',
        certainty: 'possible',
        relatedIds: [worked.id],
        citation: secondary('Questions about sudden 403', 'https://stackoverflow.com/questions/67426382'),
      },
    ];
  },
};
