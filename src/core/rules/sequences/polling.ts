// The same read at a fixed pace.

import { limits, type Source } from '../../../catalogue/citation.ts';
import { rateLimit, tiers } from '../../../catalogue/rate-limits.ts';
import type { Session } from '../../session/session.ts';
import { grouped } from '../../text/format-number.ts';
import { seconds } from './retry-intervals.ts';
import type { Judgement } from './sequence-rule.ts';

const fewest = 6;
/** Rarer reads cost little of any limit. */
const longestPauseMs = 60_000;

export const judgement: Judgement = {
  id: 'polling',
  title: 'Polling at a fixed pace',
  severity: 'note',
  source: limits,
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    if (call === undefined || exchange.request.method !== 'GET' || call.failed) return [];
    const alike = session.alike(call);
    const at = alike.indexOf(call);
    const row = alike.slice(Math.max(0, at - fewest + 1), at + 1);
    const pauses = row.slice(1).map((each, i) => each.startedMs - (row[i]?.startedMs ?? 0));
    const mean = pauses.reduce((sum, each) => sum + each, 0) / pauses.length;
    if (row.length < fewest || row.some(({ failed }) => failed) || !(mean > 1_000 && mean <= longestPauseMs)) return [];
    if (pauses.some((each) => Math.abs(each - mean) > mean * 0.1)) return [];
    const aDay = Math.round(86_400_000 / mean);
    const allowed = allowedADay(session, call.tenant);
    return [
      {
        saw: `The same read every ${seconds(mean)}, ${row.length} times in a row: ${grouped(aDay)} calls a day, of ${allowed.words}`,
        right: 'Read after what changes the data, or less often.',
        rests: row.map(({ id }) => id),
        source: allowed.source,
      },
    ];
  },
};

/** How many calls a day an app has depends on its tier, which shows only where more were left than the lowest has. */
function allowedADay(session: Session, tenant: string): { words: string; source: Source } {
  const { most, mostOnStarter = most, sources } = rateLimit('day');
  const highest = session.tenants.get(tenant)?.highestDayLeft ?? 0;
  if (highest > mostOnStarter) return { words: grouped(most), source: sources[0] };
  return { words: `${grouped(most)}, or ${grouped(mostOnStarter)} on the Starter tier`, source: tiers };
}
