// Whether it shows that Xero wrote an answer.

import { xeroSigns } from '../../catalogue/xero-fingerprints.ts';
import type { Exchange } from '../model/exchange.ts';
import { isSuccess } from './outcome.ts';
import type { Evidence } from './parse-response.ts';
import { bearsSign } from './xero-fingerprint.ts';

/**
 * From Xero's own host all is taken for Xero's; behind a proxy, what bears one of its signs, and a success of one of its operations.
 * `seen` is the exchange's evidence.
 */
export function isXeros(exchange: Exchange, seen: Evidence): boolean {
  const { tier, operation } = exchange.recognition;
  return tier === 'host' || bearsSign(exchange, seen) || (operation !== undefined && isSuccess(exchange, seen));
}

/** Whether it is so plainly the API's own that a header of Xero's which it has not was lost on its way. */
export function bearsHeaders(exchange: Exchange, seen: Evidence): boolean {
  if (isSuccess(exchange, seen)) return exchange.recognition.operation !== undefined;
  return bearsSign(exchange, seen, signsWithHeaders);
}

const signsWithHeaders = xeroSigns.filter((row) => row.bearsHeaders);
