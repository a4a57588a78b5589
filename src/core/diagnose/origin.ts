// Whether a response provably came from Xero.

import { xeroFingerprints } from '../../catalogue/xero-fingerprints.ts';
import type { Exchange } from '../model/exchange.ts';
import { isSuccess } from './outcome.ts';
import type { ParsedResponse } from './parse-response.ts';
import { hasXeroFingerprint } from './xero-fingerprint.ts';

/** Behind a proxy, the response needs a fingerprint, or the request succeeded as one of Xero's operations. */
export function isFromXero(exchange: Exchange, evidence: ParsedResponse): boolean {
  const { matchedBy, operation } = exchange.match;
  return (
    matchedBy === 'host' ||
    hasXeroFingerprint(evidence) ||
    quotesXero(evidence) ||
    (operation !== undefined && isSuccess(exchange, evidence))
  );
}

/** Whether the API wrote the response, so that missing headers of Xero were removed by a proxy. */
export function shouldHaveXeroHeaders(exchange: Exchange, evidence: ParsedResponse): boolean {
  if (isSuccess(exchange, evidence)) return exchange.match.operation !== undefined;
  return hasXeroFingerprint(evidence, fingerprintsWithHeaders) || quotesXero(evidence);
}

/** A back end wrote the response, and passes on what Xero responded. */
function quotesXero({ nested }: ParsedResponse): boolean {
  return nested?.status !== undefined && nested.certainty !== 'possible';
}

const fingerprintsWithHeaders = xeroFingerprints.filter((row) => row.impliesXeroHeaders);
