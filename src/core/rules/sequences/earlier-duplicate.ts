// Finds the earlier request that a request needlessly repeats: for the sequence rules, and cheap enough for every row of the list.

import { hasSameKey, indexInOrder, MAX_RETRY_GAP_MS } from '../../session/attempts.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import type { Session } from '../../session/session.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';

/** A later read may have another reason. */
const SOON_MS = 2_000;
/** Bounds the work on a POST that is sent in a loop. */
const MAX_WRITES = 200;

/** The last request before a POST that may have written the same, without a common Idempotency-Key. */
export function findEarlierWrite(session: Session, summary: ExchangeSummary): ExchangeSummary | undefined {
  if (!isPost(summary) || !summary.mayHaveWritten || summary.operation === undefined) return undefined;
  // The body is unavailable.
  if (summary.body.startsWith('?')) return undefined;
  const same = session.sameRequest(summary);
  const at = indexInOrder(same, summary);
  let later = summary;
  for (let i = at - 1; i >= Math.max(0, at - MAX_WRITES); i--) {
    const each = same[i] as ExchangeSummary;
    if (later.startedMs - each.startedMs > MAX_RETRY_GAP_MS) return undefined;
    if (each.mayHaveWritten && !hasSameKey(each, summary)) return each;
    later = each;
  }
  return undefined;
}

/** The same read within seconds before, if it succeeded and nothing was written in between. */
export function findEarlierRead(session: Session, summary: ExchangeSummary): ExchangeSummary | undefined {
  if (isWrite(summary) || summary.failed) return undefined;
  const same = session.sameRequest(summary);
  const before = same[indexInOrder(same, summary) - 1];
  if (before === undefined || before.failed || summary.startedMs - before.startedMs > SOON_MS) return undefined;
  const isChanged = exchangesInWindow(session, summary, SOON_MS).some(
    (each) => isWrite(each) && each.startedMs >= before.startedMs && each.startedMs <= summary.startedMs,
  );
  return isChanged ? undefined : before;
}

function isPost({ request }: ExchangeSummary): boolean {
  return request.startsWith('POST ');
}

function isWrite({ request }: ExchangeSummary): boolean {
  return !request.startsWith('GET ');
}
