// The same POST more than once, without a common Idempotency-Key: each may have created a record.

import { idempotency } from '../../../catalogue/citation.ts';
import { hasSameKey, MAX_RETRY_GAP_MS } from '../../session/attempts.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { quote } from '../../text/quote.ts';
import { createdId } from './created-id.ts';
import { formatDuration } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

/** Further records are only counted. */
const MAX_IDS = 4;
/** Bounds the work on a POST that is sent in a loop. */
const MAX_WRITES = 200;

export const rule: SequenceRule = {
  id: 'duplicate-write',
  title: 'Possible duplicate',
  severity: 'warning',
  citation: idempotency,
  run({ exchange, session, exchangeOf }) {
    const summary = session.get(exchange.id);
    if (summary === undefined || exchange.request.method !== 'POST' || summary.operation === undefined) return [];
    if (summary.body.startsWith('?')) return [];
    const writes = separateWrites(session.sameRequest(summary), summary);
    const [first, last] = [writes[0], writes.at(-1)];
    if (first === undefined || last === undefined || writes.length < 2) return [];
    const ids = writes.flatMap(({ id }) => createdId(exchangeOf(id)) ?? []);
    const apart = formatDuration(last.startedMs - first.startedMs);
    const times = writes.length === 2 ? 'twice' : `${writes.length} times`;
    const how = `${writes.length > 2 ? 'within ' : ''}${apart}${writes.length > 2 ? '' : ' apart'} and ${keysOf(writes)}`;
    const haveAllSucceeded = ids.length === writes.length && new Set(ids).size === ids.length;
    return [
      {
        observed: haveAllSucceeded
          ? `The same POST was sent ${times}, ${how}. It created ${writes.length === 2 ? 'two' : writes.length} records: ${list(ids)}`
          : `The same POST was sent ${times}, ${how}. Xero may have processed the first one`,
        fix: haveAllSucceeded
          ? 'Delete the extra copies. Treat 200 and 201 as success, and use one `Idempotency-Key` for all attempts of a write.'
          : 'Check for a second copy before you retry. Use one `Idempotency-Key` for all attempts of a write.',
        certainty: haveAllSucceeded ? 'certain' : 'likely',
        relatedIds: writes.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

/** Attempts around `summary` that may each have written: excludes refused ones, and counts those with the same key once. */
function separateWrites(exchanges: readonly ExchangeSummary[], summary: ExchangeSummary): readonly ExchangeSummary[] {
  const at = exchanges.indexOf(summary);
  const isNear = (a = summary, b = summary) => b.startedMs - a.startedMs <= MAX_RETRY_GAP_MS;
  let [from, to] = [at, at + 1];
  while (from > 0 && to - from < MAX_WRITES && isNear(exchanges[from - 1], exchanges[from])) from--;
  while (to < exchanges.length && to - from < MAX_WRITES && isNear(exchanges[to - 1], exchanges[to])) to++;
  const written = exchanges.slice(from, to).filter((each) => each.mayHaveWritten);
  return written.filter((each, i) => !written.slice(0, i).some((before) => hasSameKey(before, each)));
}

function keysOf(writes: readonly ExchangeSummary[]): string {
  const count = writes.filter(({ idempotencyKey }) => idempotencyKey !== undefined).length;
  if (count === 0) return 'without an `Idempotency-Key`';
  return count === writes.length ? 'each with a different `Idempotency-Key`' : 'without a shared `Idempotency-Key`';
}

function list(ids: readonly string[]): string {
  const shown = ids.slice(0, MAX_IDS).map((id) => quote(id, 40));
  if (ids.length > MAX_IDS) return `${shown.join(', ')} and ${ids.length - MAX_IDS} more`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
