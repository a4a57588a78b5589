// What the browser did to a call, read from its HAR entry. A status that came is never overruled by a mere `_error`.

import type { Entry } from 'har-format';
import type { Failure } from '../core/model/exchange.ts';
import { isResponseBlocked, preflightAllows } from './cors.ts';
import { networkError } from './har-entry.ts';

/** `preflight`: the entry of the OPTIONS call before it. `undefined`: the answer came and its status is what counts. */
export function detectFailure(entry: Entry, preflight: Entry | undefined): Failure | undefined {
  const message = networkError(entry);
  if (entry.response.status === 0) return withoutAnswer(message, preflight);
  if (isResponseBlocked(entry)) return { kind: 'cors', message };
  // A 204 that the page does not read ends with net::ERR_ABORTED in Chromium, as does a body that it stops reading.
  if (message !== '' && message !== 'net::ERR_ABORTED') return { kind: 'network', message };
  return isTruncated(entry) ? { kind: 'network', message } : undefined;
}

/** Whether a preflight that is not known may tell why no answer came, by Chromium's word for it; Firefox has none. */
export function mayBeBlocked(entry: Entry): boolean {
  return entry.response.status === 0 && networkError(entry) === refused;
}

function withoutAnswer(message: string, preflight: Entry | undefined): Failure {
  if (message === 'net::ERR_ABORTED') return { kind: 'aborted', message };
  if (webKitsCors.test(message)) return { kind: 'cors', message };
  // Chromium's word counts for more than our reading of the preflight; Firefox says nothing.
  if (preflight && (message === refused || (message === '' && !preflightAllows(preflight)))) {
    return { kind: 'cors', message };
  }
  // Firefox gives no reason, and its timings none either: a cancelled call looks like one whose connection was dropped or refused.
  return { kind: 'network', message };
}

const refused = 'net::ERR_FAILED';

/** In Safari's HAR files: WebKit's CrossOriginAccessControl.cpp names the header, or the preflight. */
const webKitsCors = /\bAccess-Control-Allow-|^Preflight response is not successful/;

/** Firefox shows what came of an answer that broke off; its length tells. Compressed bodies have another length on the wire. */
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
