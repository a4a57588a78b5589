// The same read at a fixed pace.

import { limits } from '../../catalogue/source.ts';
import { seconds } from './gaps.ts';
import type { Judgement } from './judgement.ts';

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
    return [
      {
        saw: `The same read every ${seconds(mean)}, ${row.length} times in a row: ${aDay.toLocaleString('en')} calls a day, of 5,000`,
        right: 'Read after what changes the data, or less often.',
        rests: row.map(({ id }) => id),
      },
    ];
  },
};
