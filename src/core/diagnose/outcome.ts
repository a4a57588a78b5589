// What came of a call, as far as its answer shows: asked of every exchange in the log, so nothing more is read than it takes.

import { type Exchange, getHeader, isDirectToXero } from '../model/exchange.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';
import { hasXeroFingerprint } from './xero-fingerprint.ts';

/** The status to judge by: Xero's own where a proxy's answer carries it, else the one on the wire. 0 where no answer came. */
export function effectiveStatus(exchange: Exchange): number {
  return isDirectToXero(exchange) ? exchange.response.status : parseResponse(exchange).status;
}

/**
 * Whether a call went wrong: it got no success status, also within a proxy's answer, or a page in the place of an answer, or the browser
 * failed it. `known` is the exchange's evidence, where somebody has read it.
 */
export function hasFailed(exchange: Exchange, known?: ParsedResponse): boolean {
  const { failure, response } = exchange;
  if (failure !== undefined || response.status === 0 || response.status >= 400) return true;
  if (isDirectToXero(exchange)) return false;
  const seen = known ?? parseResponse(exchange);
  return seen.status >= 400 || isHtmlPage(exchange, seen);
}

/** Xero did what it was asked, and the page got to know. `known` as above. */
export function isSuccess(exchange: Exchange, known?: ParsedResponse): boolean {
  const { status } = exchange.response;
  return status >= 200 && status < 300 && !hasFailed(exchange, known);
}

/** The API has no pages: one that comes with a success is another server's, unless it bears Xero's headers. */
function isHtmlPage(exchange: Exchange, seen: ParsedResponse): boolean {
  const { status, headers } = exchange.response;
  if (seen.shape !== 'html' || status >= 300) return false;
  return !/xml/i.test(getHeader(headers, 'content-type') ?? '') && !hasXeroFingerprint(exchange, seen);
}
