// Whether it shows that Xero wrote an answer.

import { xeroSigns } from '../../catalogue/xero-fingerprints.ts';
import type { Exchange } from '../model/exchange.ts';
import { isSuccess } from './outcome.ts';
import type { ParsedResponse } from './parse-response.ts';
import { hasXeroFingerprint } from './xero-fingerprint.ts';

/**
 * From Xero's own host all is taken for Xero's; behind a proxy, what bears one of its signs, and a success of one of its operations.
 * `seen` is the exchange's evidence.
 */
export function isFromXero(exchange: Exchange, seen: ParsedResponse): boolean {
  const { matchedBy, operation } = exchange.match;
  return (
    matchedBy === 'host' || hasXeroFingerprint(exchange, seen) || (operation !== undefined && isSuccess(exchange, seen))
  );
}

/** Whether it is so plainly the API's own that a header of Xero's which it has not was lost on its way. */
export function shouldHaveXeroHeaders(exchange: Exchange, seen: ParsedResponse): boolean {
  if (isSuccess(exchange, seen)) return exchange.match.operation !== undefined;
  return hasXeroFingerprint(exchange, seen, signsWithHeaders);
}

const signsWithHeaders = xeroSigns.filter((row) => row.impliesXeroHeaders);
