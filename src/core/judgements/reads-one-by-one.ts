// Many single reads where one list would do.

import { listReads } from '../../catalogue/list-reads.ts';
import { specification } from '../../catalogue/source.ts';
import { around } from './around.ts';
import type { Judgement } from './judgement.ts';

const fewest = 5;
const windowMs = 10_000;

export const judgement: Judgement = {
  id: 'reads-one-by-one',
  title: 'Read one by one',
  severity: 'note',
  source: specification,
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    const row = listReads.find(({ single }) => single === call?.operation);
    if (call === undefined || row === undefined) return [];
    const reads = around(session, call, windowMs).filter((each) => each.operation === row.single && !each.failed);
    const distinct = new Set(reads.map(({ request }) => request)).size;
    if (distinct < fewest) return [];
    return [
      {
        saw: `${distinct} calls of \`${row.single}\` within ${windowMs / 1000} s either way, of the 60 a minute`,
        right: `Call \`${row.list}\` once${row.parameter ? ` with \`${row.parameter}\`` : ''}: it gives them all.`,
        rests: reads.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};
