// A read and the identical reads before it.

import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import type { SequenceContext } from './sequence-rule.ts';

/** The successful GET under inspection, last, after the same requests before it, oldest first; empty for any other request. */
export function repeatedReads({ exchange, session }: SequenceContext): readonly ExchangeSummary[] {
  const read = session.get(exchange.id);
  if (read === undefined || exchange.request.method !== 'GET' || read.failed) return [];
  const same = session.sameRequest(read);
  return same.slice(0, same.indexOf(read) + 1);
}
