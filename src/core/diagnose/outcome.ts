// What came of a call, as far as its answer shows: asked of every exchange in the log, so nothing more is read than it takes.

import { type Exchange, header, isDirect } from '../model/exchange.ts';
import { type Evidence, evidence } from './parse-response.ts';
import { bearsSign } from './xero-fingerprint.ts';

/** The status to judge by: Xero's own where a proxy's answer carries it, else the one on the wire. 0 where no answer came. */
export function judgedStatus(exchange: Exchange): number {
  return isDirect(exchange) ? exchange.response.status : evidence(exchange).status;
}

/**
 * Whether a call went wrong: it got no success status, also within a proxy's answer, or a page in the place of an answer, or the browser
 * failed it. `known` is the exchange's evidence, where somebody has read it.
 */
export function hasFailed(exchange: Exchange, known?: Evidence): boolean {
  const { failure, response } = exchange;
  if (failure !== undefined || response.status === 0 || response.status >= 400) return true;
  if (isDirect(exchange)) return false;
  const seen = known ?? evidence(exchange);
  return seen.status >= 400 || isPage(exchange, seen);
}

/** Xero did what it was asked, and the page got to know. `known` as above. */
export function isSuccess(exchange: Exchange, known?: Evidence): boolean {
  const { status } = exchange.response;
  return status >= 200 && status < 300 && !hasFailed(exchange, known);
}

/** The API has no pages: one that comes with a success is another server's, unless it bears Xero's headers. */
function isPage(exchange: Exchange, seen: Evidence): boolean {
  const { status, headers } = exchange.response;
  if (seen.shape !== 'html' || status >= 300) return false;
  return !/xml/i.test(header(headers, 'content-type') ?? '') && !bearsSign(exchange, seen);
}
