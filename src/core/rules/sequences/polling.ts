// The same read at a fixed interval.

import { type Citation, limits } from '../../../catalogue/citation.ts';
import { rateLimit, tiers } from '../../../catalogue/rate-limits.ts';
import type { Session } from '../../session/session.ts';
import { formatInteger } from '../../text/format-number.ts';
import { DAY_MS, MINUTE_MS } from '../../text/time.ts';
import { repeatedReads } from './repeated-reads.ts';
import { formatDuration } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

const MIN_READS = 6;
/** Less frequent reads cost little of any limit. */
const MAX_INTERVAL_MS = MINUTE_MS;

export const rule: SequenceRule = {
  id: 'polling',
  title: 'Polling at a fixed interval',
  severity: 'note',
  citation: limits,
  run(context) {
    const row = repeatedReads(context).slice(-MIN_READS);
    const summary = row.at(-1);
    if (summary === undefined) return [];
    const pauses = row.slice(1).map((each, i) => each.startedMs - (row[i]?.startedMs ?? 0));
    const mean = pauses.reduce((sum, each) => sum + each, 0) / pauses.length;
    if (row.length < MIN_READS || row.some(({ failed }) => failed) || !(mean > 1_000 && mean <= MAX_INTERVAL_MS))
      return [];
    if (pauses.some((each) => Math.abs(each - mean) > mean * 0.1)) return [];
    const aDay = Math.round(DAY_MS / mean);
    const allowed = allowedADay(context.session, summary.tenant);
    return [
      {
        observed: `The same read was sent every ${formatDuration(mean)}, ${row.length} times in a row. That’s ${formatInteger(aDay)} requests a day, and the limit is ${allowed.words}`,
        fix: 'Read the data less often, or only after something changes it.',
        relatedIds: row.map(({ id }) => id),
        citation: allowed.citation,
      },
    ];
  },
};

/** The day limit depends on the app's tier, which shows only when more requests remained than the lowest tier has. */
function allowedADay(session: Session, tenant: string): { words: string; citation: Citation } {
  const { limit, starterLimit = limit, citations } = rateLimit('day');
  const highest = session.tenants.get(tenant)?.highestDayRemaining ?? 0;
  if (highest > starterLimit) return { words: formatInteger(limit), citation: citations[0] };
  return { words: `${formatInteger(limit)}, or ${formatInteger(starterLimit)} on the Starter tier`, citation: tiers };
}
