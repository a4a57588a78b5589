// Many single reads that one list request could replace.

import { type BulkRead, bulkReads } from '../../../catalogue/bulk-reads.ts';
import { specification } from '../../../catalogue/citation.ts';
import { defaultPageSize, maxPageSize } from '../../../catalogue/constants.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';
import type { SequenceRule } from './sequence-rule.ts';

const MIN_READS = 5;
const WINDOW_MS = 10_000;

export const rule: SequenceRule = {
  id: 'n-plus-one-reads',
  title: 'Records read one by one',
  severity: 'note',
  citation: specification,
  run({ exchange, session, exchangeOf }) {
    const summary = session.get(exchange.id);
    const row = bulkReads.find(({ single }) => single === summary?.operation);
    if (summary === undefined || row === undefined) return [];
    // A list of tasks or time entries covers one project, so all reads have to be below it.
    const list = listPath(exchange.match.path);
    const reads = exchangesInWindow(session, summary, WINDOW_MS).filter(
      (each) => each.operation === row.single && !each.failed && listPath(exchangeOf(each.id)?.match.path) === list,
    );
    const distinct = new Set(reads.map(({ request }) => request)).size;
    if (distinct < MIN_READS) return [];
    return [
      {
        observed: `${distinct} \`${row.single}\` requests within ${WINDOW_MS / 1000} s before or after this one. The limit is ${rateLimit('minute').limit} a minute`,
        fix: advice(row, distinct),
        relatedIds: reads.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

function listPath(path = ''): string {
  return path.slice(0, path.lastIndexOf('/')).toLowerCase();
}

function advice({ list, parameter }: BulkRead, distinct: number): string {
  if (parameter !== undefined && distinct <= defaultPageSize) {
    return `Use \`${list}\` once with \`${parameter}\` to get all of them.`;
  }
  const narrowed = parameter ? ` with \`${parameter}\`` : '';
  return `Use \`${list}\`${narrowed} in pages of up to ${maxPageSize} (\`pageSize=${maxPageSize}\`) to get these too.`;
}
