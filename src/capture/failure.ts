// What the browser did to a call, read from its HAR entry. A status that came is never overruled by a mere `_error`.

import type { Entry } from 'har-format';
import type { Failure } from '../core/model/exchange.ts';
import { answerBlocked, preflightAllows } from './cors.ts';
import { errorOf } from './har-entry.ts';

/** `preflight`: the entry of the OPTIONS call before it. `undefined`: the answer came and its status is what counts. */
export function failureOf(entry: Entry, preflight: Entry | undefined): Failure | undefined {
  const said = errorOf(entry);
  if (entry.response.status === 0) return withoutAnswer(said, preflight);
  if (answerBlocked(entry)) return { kind: 'cors', said };
  // A 204 that the page does not read ends with net::ERR_ABORTED in Chromium, as does a body that it stops reading.
  if (said !== '' && said !== 'net::ERR_ABORTED') return { kind: 'network', said };
  return brokenOff(entry) ? { kind: 'network', said } : undefined;
}

/** Whether a preflight that is not known may tell why no answer came, by Chromium's word for it; Firefox has none. */
export function mayBeRefused(entry: Entry): boolean {
  return entry.response.status === 0 && errorOf(entry) === refused;
}

function withoutAnswer(said: string, preflight: Entry | undefined): Failure {
  if (said === 'net::ERR_ABORTED') return { kind: 'aborted', said };
  if (webKitsCors.test(said)) return { kind: 'cors', said };
  // Chromium's word counts for more than our reading of the preflight; Firefox says nothing.
  if (preflight && (said === refused || (said === '' && !preflightAllows(preflight)))) {
    return { kind: 'cors', said };
  }
  // Firefox gives no reason, and its timings none either: a cancelled call looks like one whose connection was dropped or refused.
  return { kind: 'network', said };
}

const refused = 'net::ERR_FAILED';

/** In Safari's HAR files: WebKit's CrossOriginAccessControl.cpp names the header, or the preflight. */
const webKitsCors = /\bAccess-Control-Allow-|^Preflight response is not successful/;

/** Firefox shows what came of an answer that broke off; its length tells. Compressed bodies have another length on the wire. */
function brokenOff(entry: Entry): boolean {
  const { headers, content, status } = entry.response;
  if (entry.request.method === 'HEAD' || status === 304 || status === 204) return false;
  const of = (name: string) => headers?.find((each) => each.name.toLowerCase() === name)?.value;
  const announced = Number(of('content-length'));
  const came = content?.size;
  return (
    of('content-encoding') === undefined && announced > 0 && typeof came === 'number' && came > 0 && came < announced
  );
}
