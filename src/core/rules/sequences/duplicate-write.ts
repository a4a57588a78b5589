// The same POST twice without an Idempotency-Key: a duplicate may exist.

import { idempotency } from '../../../catalogue/citation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { noSideEffectReason } from '../../retry/side-effects.ts';
import { MAX_RETRY_GAP_MS } from '../../session/attempts.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { parseJsonLenient } from '../../text/parse-json.ts';
import { quote } from '../../text/quote.ts';
import { formatSeconds } from './retry-intervals.ts';
import type { SequenceContext, SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'duplicate-write',
  title: 'Repeated without a key',
  severity: 'warning',
  citation: idempotency,
  run(sequence) {
    const { exchange, session } = sequence;
    const summary = session.get(exchange.id);
    if (summary === undefined || exchange.request.method !== 'POST' || summary.operation === undefined) return [];
    if (summary.idempotencyKey !== undefined || summary.body.startsWith('?')) return [];
    const other = neighbour(session.sameRequest(summary), summary, sequence);
    if (other === undefined) return [];
    const both = [other, summary].sort((a, b) => a.startedMs - b.startedMs);
    const ids = both.flatMap(({ id }) => createdId(sequence.exchangeOf(id)));
    const apart = formatSeconds((both[1]?.startedMs ?? 0) - (both[0]?.startedMs ?? 0));
    return [
      {
        observed:
          ids.length === 2
            ? `The same POST, ${apart} apart and without an \`Idempotency-Key\`, created two: ${ids.map((id) => quote(id, 40)).join(' and ')}`
            : `The same POST was sent twice, ${apart} apart and without an \`Idempotency-Key\`; the first may have been carried out`,
        fix: 'Send the same `Idempotency-Key` with each try; look for a second copy of what was created.',
        relatedIds: both.map(({ id }) => id),
      },
    ];
  },
};

/** The nearest request with the same body that created something, or may have. */
function neighbour(
  exchanges: readonly ExchangeSummary[],
  summary: ExchangeSummary,
  { exchangeOf, diagnosisOf }: SequenceContext,
): ExchangeSummary | undefined {
  const at = exchanges.indexOf(summary);
  return [exchanges[at - 1], exchanges[at + 1]].find((each) => {
    if (each === undefined || each.idempotencyKey !== undefined) return false;
    const earlier = each.startedMs < summary.startedMs ? each : summary;
    const isNear = Math.abs(each.startedMs - summary.startedMs) <= MAX_RETRY_GAP_MS;
    const [exchange, diagnosis] = [exchangeOf(earlier.id), diagnosisOf(earlier.id)];
    return isNear && !(exchange && diagnosis && noSideEffectReason(exchange, diagnosis));
  });
}

function createdId(exchange: Exchange | undefined): string[] {
  const body = exchange?.response.body;
  const json = body?.kind === 'text' ? parseJsonLenient(body.text) : undefined;
  if (json?.kind !== 'json' || typeof json.value !== 'object' || json.value === null) return [];
  const { timeEntryId, taskId, projectId } = json.value as Record<string, unknown>;
  const id = timeEntryId ?? taskId ?? projectId;
  return typeof id === 'string' ? [id] : [];
}
