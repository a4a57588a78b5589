// Whether it shows that Xero wrote an answer.

import { type XeroSignRow, xeroSigns } from '../catalogue/xero-signs.ts';
import type { Evidence } from './evidence.ts';
import { type Exchange, hasHeader } from './exchange.ts';
import { isSuccess } from './outcome.ts';

/**
 * From Xero's own host all is taken for Xero's; behind a proxy, what bears one of its signs, and a success of one of its operations.
 * `seen` is the exchange's evidence.
 */
export function isXeros(exchange: Exchange, seen: Evidence): boolean {
  const { tier, operation } = exchange.recognition;
  if (tier === 'host' || (operation !== undefined && isSuccess(exchange, seen))) return true;
  return xeroSigns.some((row) => hasSign(row, exchange, seen));
}

/** Whether it is so plainly the API's own that a header of Xero's which it has not was lost on its way. */
export function bearsHeaders(exchange: Exchange, seen: Evidence): boolean {
  if (isSuccess(exchange, seen)) return exchange.recognition.operation !== undefined;
  return xeroSigns.some((row) => row.bearsHeaders && hasSign(row, exchange, seen));
}

function hasSign({ sign }: XeroSignRow, { response }: Exchange, { shape }: Evidence): boolean {
  return 'header' in sign ? hasHeader(response.headers, sign.header) : sign.shape === shape;
}
