// Many single reads where one list would do.

import { type ListRead, listReads } from '../../../catalogue/bulk-reads.ts';
import { specification } from '../../../catalogue/citation.ts';
import { largestPage, usualPage } from '../../../catalogue/constants.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import { around } from './calls-in-window.ts';
import type { Judgement } from './sequence-rule.ts';

const fewest = 5;
const windowMs = 10_000;

export const judgement: Judgement = {
  id: 'n-plus-one-reads',
  title: 'Read one by one',
  severity: 'note',
  source: specification,
  run({ exchange, session, exchangeOf }) {
    const call = session.get(exchange.id);
    const row = listReads.find(({ single }) => single === call?.operation);
    if (call === undefined || row === undefined) return [];
    // A list of tasks or of time holds those of one project: the one that both paths lie below.
    const list = listPath(exchange.recognition.path);
    const reads = around(session, call, windowMs).filter(
      (each) =>
        each.operation === row.single && !each.failed && listPath(exchangeOf(each.id)?.recognition.path) === list,
    );
    const distinct = new Set(reads.map(({ request }) => request)).size;
    if (distinct < fewest) return [];
    return [
      {
        saw: `${distinct} calls of \`${row.single}\` within ${windowMs / 1000} s either way, of the ${rateLimit('minute').most} a minute`,
        right: advice(row, distinct),
        rests: reads.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

function listPath(path = ''): string {
  return path.slice(0, path.lastIndexOf('/')).toLowerCase();
}

function advice({ list, parameter }: ListRead, distinct: number): string {
  if (parameter !== undefined && distinct <= usualPage) {
    return `Call \`${list}\` once with \`${parameter}\`: it gives them all.`;
  }
  const narrowed = parameter ? ` with \`${parameter}\`` : '';
  return `Call \`${list}\`${narrowed} by pages of up to ${largestPage} (\`pageSize=${largestPage}\`): they hold these too.`;
}
