// Reads of records that the response of their POST already contained.

import { limits } from '../../../catalogue/citation.ts';
import type { OperationId } from '../../../catalogue/operations.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { MINUTE_MS } from '../../text/time.ts';
import { createdId } from './created-id.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';
import type { SequenceContext, SequenceRule } from './sequence-rule.ts';

/** Fewer cost too little to report. */
const MIN_READS = 5;
const WINDOW_MS = 10 * MINUTE_MS;

export const rule: SequenceRule = {
  id: 'read-after-create',
  title: 'Unneeded reads after POST',
  severity: 'note',
  citation: limits,
  supersedes: ['n-plus-one-reads', 'polling', 'duplicate-reads'],
  run(sequence) {
    const summary = sequence.session.get(sequence.exchange.id);
    if (summary === undefined || !isRead(summary)) return [];
    const reads = needlessReads(exchangesInWindow(sequence.session, summary, WINDOW_MS), sequence);
    if (reads.length < MIN_READS || !reads.includes(summary)) return [];
    const { limit } = rateLimit('minute');
    return [
      {
        observed: `${reads.length} requests read what the response to a POST already contained. They count towards the ${limit} requests a minute`,
        fix: 'Use the response to the POST instead of reading the record again.',
        relatedIds: [summary, ...reads.filter((each) => each !== summary)].map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

const reads: ReadonlySet<OperationId | undefined> = new Set(['getProject', 'getTask', 'getTimeEntry']);

function isRead({ operation, failed }: ExchangeSummary): boolean {
  return reads.has(operation) && !failed;
}

/** Successful reads of a record between the POST that created it and the next write that may have changed it. */
function needlessReads(exchanges: readonly ExchangeSummary[], { exchangeOf }: SequenceContext): ExchangeSummary[] {
  /** The ids in the path of the POST, by the id that it created. */
  const created = new Map<string, readonly string[]>();
  return exchanges.filter((each) => {
    const exchange = exchangeOf(each.id);
    const ids = idsIn(exchange?.match.path);
    if (isRead(each)) return created.has(ids.at(-1) ?? '');
    if (!each.mayHaveWritten) return false;
    const isCreation = exchange?.request.method === 'POST';
    const changed = new Set(isCreation ? ids.slice(0, 1) : ids);
    for (const [id, parents] of created) {
      // Time changes the totals of its task, which the path of the request doesn't name.
      const isTaskOfTime = each.operation === 'createTimeEntry' && parents.some((parent) => ids.includes(parent));
      if (changed.has(id) || isTaskOfTime) created.delete(id);
    }
    const id = isCreation && !each.failed ? createdId(exchange)?.toLowerCase() : undefined;
    if (id !== undefined) created.set(id, ids);
    return false;
  });
}

function idsIn(path = ''): string[] {
  return path.toLowerCase().match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}
