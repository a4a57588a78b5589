// Detects from the HAR entry what the browser did to a request. A received status is never overruled by a mere `_error`.

import type { Entry } from 'har-format';
import type { Failure } from '../core/model/exchange.ts';
import { isResponseBlocked, preflightAllows } from './cors.ts';
import { networkError } from './har-entry.ts';

/** `preflight` is the entry of its OPTIONS request. Returns `undefined` if a response arrived, so its status counts. */
export function detectFailure(entry: Entry, preflight: Entry | undefined): Failure | undefined {
  const message = networkError(entry);
  if (entry.response.status === 0) return withoutAnswer(message, preflight);
  if (isResponseBlocked(entry)) return { kind: 'cors', message };
  // In Chromium a 204 that the page does not read ends with net::ERR_ABORTED, and so does a body that it stops reading.
  if (message !== '' && message !== 'net::ERR_ABORTED') return { kind: 'network', message };
  return isTruncated(entry) ? { kind: 'network', message } : undefined;
}

/** Whether an unknown preflight may explain why there is no response. By Chromium's error; Firefox has none. */
export function mayBeBlocked(entry: Entry): boolean {
  return entry.response.status === 0 && networkError(entry) === refused;
}

function withoutAnswer(message: string, preflight: Entry | undefined): Failure {
  if (message === 'net::ERR_ABORTED') return { kind: 'aborted', message };
  if (webKitsCors.test(message)) return { kind: 'cors', message };
  // Chromium's error is more reliable than our reading of the preflight; Firefox has none.
  if (preflight && (message === refused || (message === '' && !preflightAllows(preflight)))) {
    return { kind: 'cors', message };
  }
  // Firefox gives neither a reason nor timings: a cancelled request looks like one whose connection was dropped or refused.
  return { kind: 'network', message };
}

const refused = 'net::ERR_FAILED';

/** In Safari's HAR files: WebKit's CrossOriginAccessControl.cpp names the header, or the preflight. */
const webKitsCors = /\bAccess-Control-Allow-|^Preflight response is not successful/;

/** Firefox shows the received part of a truncated response. Compressed bodies are skipped: their length on the wire differs. */
function isTruncated(entry: Entry): boolean {
  const { headers, content, status } = entry.response;
  if (entry.request.method === 'HEAD' || status === 304 || status === 204) return false;
  const of = (name: string) => headers?.find((each) => each.name.toLowerCase() === name)?.value;
  const announced = Number(of('content-length'));
  const came = content?.size;
  return (
    of('content-encoding') === undefined && announced > 0 && typeof came === 'number' && came > 0 && came < announced
  );
}
