// The same read again within seconds, although the first succeeded.

import { limits } from '../../../catalogue/citation.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';
import { repeatedReads } from './repeated-reads.ts';
import { formatSeconds } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

const SOON_MS = 2_000;

export const rule: SequenceRule = {
  id: 'duplicate-reads',
  title: 'Repeated read',
  severity: 'note',
  citation: limits,
  run(context) {
    const { session } = context;
    const [before, summary] = repeatedReads(context).slice(-2);
    if (
      before === undefined ||
      summary === undefined ||
      before.failed ||
      summary.startedMs - before.startedMs > SOON_MS
    )
      return [];
    // A write in between is a reason to read again.
    if (
      exchangesInWindow(session, summary, SOON_MS).some((each) => isWrite(each) && each.startedMs >= before.startedMs)
    )
      return [];
    return [
      {
        observed: `The same read worked ${formatSeconds(summary.startedMs - before.startedMs)} earlier. This one still counts towards the ${rateLimit('minute').limit} requests a minute`,
        fix: 'Use the first response, or wait for it.',
        relatedIds: [before.id, summary.id],
      },
    ];
  },
};

function isWrite({ request }: ExchangeSummary): boolean {
  return !request.startsWith('GET ');
}
