// Whether an exchange succeeded or failed. Runs for every exchange in the log, so it parses no body without need.

import { type Exchange, getHeader, hasHeader, isDirectToXero } from '../model/exchange.ts';
import { type ParsedResponse, parseResponse } from './parse-response.ts';
import { hasXeroFingerprint } from './xero-fingerprint.ts';

/** The status in Xero's error if a proxy wrapped one, or else the status on the wire. 0 without a response. */
export function effectiveStatus(exchange: Exchange): number {
  return isDirectToXero(exchange) ? exchange.response.status : parseResponse(exchange).status;
}

/** Whether the back end sent header `name` (lower case) to Xero: its recorder or its error says so. */
export function sentByBackEnd(exchange: Exchange, name: string): boolean {
  const forwarded = exchange.forwarded?.request;
  if (forwarded) return name === 'authorization' ? forwarded.token !== undefined : hasHeader(forwarded.headers, name);
  return parseResponse(exchange).nested?.sentHeaders.includes(name) ?? false;
}

/**
 * An error status, also in a response that a proxy wrapped; an HTML page or an error instead of a response; or a failure in the browser. Pass
 * `parsed` if the response has been parsed already.
 */
export function hasFailed(exchange: Exchange, parsed?: ParsedResponse): boolean {
  const { failure, response } = exchange;
  if (failure !== undefined || response.status === 0 || response.status >= 400) return true;
  if (isDirectToXero(exchange)) return false;
  const evidence = parsed ?? parseResponse(exchange);
  return evidence.status >= 400 || evidence.shape === 'error-in-success' || isHtmlPage(exchange, evidence);
}

/** Xero carried out the request, and the page received the response. For `parsed`, see `hasFailed`. */
export function isSuccess(exchange: Exchange, parsed?: ParsedResponse): boolean {
  const { status } = exchange.response;
  return status >= 200 && status < 300 && !hasFailed(exchange, parsed);
}

/** Xero accepted the request, also if the proxy then sent a 304 for what the browser has in its cache, as Express does. */
export function isAccepted(exchange: Exchange): boolean {
  return isSuccess(exchange) || (exchange.response.status === 304 && !hasFailed(exchange));
}

/** The API sends no HTML, so a page with a success status is from another server, unless it has Xero's headers. */
function isHtmlPage(exchange: Exchange, evidence: ParsedResponse): boolean {
  const { status, headers } = exchange.response;
  if (evidence.shape !== 'html' || status >= 300) return false;
  return !/xml/i.test(getHeader(headers, 'content-type') ?? '') && !hasXeroFingerprint(evidence);
}
