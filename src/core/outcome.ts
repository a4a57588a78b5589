// What came of a call, as far as its answer shows: asked of every exchange in the log, so nothing more is read than it takes.

import { type Evidence, evidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';

/** The status to judge by: Xero's own where a proxy's answer carries it, else the one on the wire. 0 where no answer came. */
export function judgedStatus(exchange: Exchange): number {
  return exchange.recognition.tier === 'host' ? exchange.response.status : evidence(exchange).status;
}

/** Whether a call is shown as gone wrong: it got no success status, also within a proxy's answer, or the browser failed it. */
export function hasFailed(exchange: Exchange): boolean {
  if (exchange.failure !== undefined || exchange.response.status === 0) return true;
  return judgedStatus(exchange) >= 400;
}

/**
 * Xero did what it was asked, and the page got to know. A page in the place of an answer is no success, whatever its status. `known` is the
 * exchange's evidence, where somebody has read it.
 */
export function isSuccess(exchange: Exchange, known?: Evidence): boolean {
  const { failure, response, recognition } = exchange;
  if (failure !== undefined || response.status < 200 || response.status >= 300) return false;
  if (recognition.tier === 'host') return true;
  const { status, shape } = known ?? evidence(exchange);
  return status < 300 && shape !== 'html';
}
