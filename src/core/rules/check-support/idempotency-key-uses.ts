// Requests with the same Idempotency-Key within its lifetime.

import { IDEMPOTENCY_KEY_SECONDS } from '../../../catalogue/constants.ts';
import { isFromXero } from '../../diagnose/origin.ts';
import { parseResponse } from '../../diagnose/parse-response.ts';
import { type Exchange, getHeader } from '../../model/exchange.ts';
import { idempotencyOutcome } from '../../retry/idempotency.ts';
import type { CheckContext } from './check.ts';

/** The first request with the same key while Xero caches its response; `undefined` if this is the first. */
export function findFirstUse({ exchange, operation, earlier }: CheckContext): Exchange | undefined {
  const key = getHeader(exchange.request.headers, 'idempotency-key');
  if (key === undefined || operation?.takesIdempotencyKey !== true) return undefined;
  const sinceMs = exchange.startedMs - IDEMPOTENCY_KEY_SECONDS * 1000;
  let first: Exchange | undefined;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const each = earlier[i] as Exchange;
    if (each.startedMs < sinceMs) break;
    if (getHeader(each.request.headers, 'idempotency-key') === key && isKept(each)) first = each;
  }
  return first;
}

/** Only a response of the API itself is certainly cached. */
function isKept(exchange: Exchange): boolean {
  const seen = parseResponse(exchange);
  if (exchange.match.operation === undefined || seen.status < 200) return false;
  return idempotencyOutcome(seen.status, isFromXero(exchange, seen)) === 'cached';
}

/** Whether two requests are equal; `undefined` if a body is unavailable. */
export function isSameRequest(a: Exchange, b: Exchange): boolean | undefined {
  if (a.request.method !== b.request.method || a.request.url !== b.request.url) return false;
  const [one, other] = [a.request.body, b.request.body];
  if (one.kind === 'none' && other.kind === 'none') return true;
  return one.kind === 'text' && other.kind === 'text' ? one.text === other.text : undefined;
}
