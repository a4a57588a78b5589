// The same read again within seconds, even though the first succeeded.

import { limits } from '../../../catalogue/citation.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import { findEarlierRead } from './earlier-duplicate.ts';
import { formatDuration } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'duplicate-reads',
  title: 'Repeated read',
  severity: 'note',
  citation: limits,
  run({ exchange, session }) {
    const summary = session.get(exchange.id);
    const before = summary && findEarlierRead(session, summary);
    if (summary === undefined || before === undefined) return [];
    return [
      {
        observed: `The same read worked ${formatDuration(summary.startedMs - before.startedMs)} earlier. This one still counts towards the ${rateLimit('minute').limit} requests a minute`,
        fix: 'Use the first response, or wait for it.',
        relatedIds: [before.id, summary.id],
      },
    ];
  },
};
