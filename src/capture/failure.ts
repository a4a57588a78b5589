// Detects from the HAR entry what the browser did to a request. A received status is never overruled by a mere `_error`.

import type { Entry } from 'har-format';
import type { Failure } from '../core/model/exchange.ts';
import { isResponseBlocked, preflightAllows } from './cors.ts';
import { networkError } from './har-entry.ts';

/** `preflight` is the entry of its OPTIONS request. Returns `undefined` if a response arrived, so its status counts. */
export function detectFailure(entry: Entry, preflight: Entry | undefined): Failure | undefined {
  const message = networkError(entry);
  if (entry.response.status === 0) return failureWithoutResponse(message, preflight);
  if (isResponseBlocked(entry)) return { kind: 'cors', message };
  // In Chromium a 204 that the page does not read ends with net::ERR_ABORTED, and so does a body that it stops reading.
  if (message !== '' && message !== 'net::ERR_ABORTED') return { kind: 'network', message };
  return isTruncated(entry) ? { kind: 'network', message } : undefined;
}

/** Whether an unknown preflight may explain why there is no response. Decided by Chromium's error; Firefox has none. */
export function mayBeBlocked(entry: Entry): boolean {
  return entry.response.status === 0 && networkError(entry) === CHROMIUM_BLOCKED;
}

function failureWithoutResponse(message: string, preflight: Entry | undefined): Failure {
  if (message === 'net::ERR_ABORTED') return { kind: 'aborted', message };
  if (webKitCorsMessage.test(message)) return { kind: 'cors', message };
  // Chromium's error is more reliable than our reading of the preflight; Firefox has none.
  if (preflight && (message === CHROMIUM_BLOCKED || (message === '' && !preflightAllows(preflight)))) {
    return { kind: 'cors', message };
  }
  // Firefox gives neither a reason nor timings: a cancelled request looks like one whose connection was dropped or refused.
  return { kind: 'network', message };
}

const CHROMIUM_BLOCKED = 'net::ERR_FAILED';

/** Messages of WebKit's CrossOriginAccessControl.cpp, in Safari's HAR files. */
const webKitCorsMessage = /\bAccess-Control-Allow-|^Preflight response is not successful/;

/** Firefox shows the received part of a truncated response. Compressed bodies are skipped: their length on the wire differs. */
function isTruncated(entry: Entry): boolean {
  const { headers, content, status } = entry.response;
  if (entry.request.method === 'HEAD' || status === 304 || status === 204) return false;
  const header = (name: string) => headers?.find((each) => each.name.toLowerCase() === name)?.value;
  const declaredBytes = Number(header('content-length'));
  const receivedBytes = content?.size;
  return (
    header('content-encoding') === undefined &&
    declaredBytes > 0 &&
    typeof receivedBytes === 'number' &&
    receivedBytes > 0 &&
    receivedBytes < declaredBytes
  );
}
