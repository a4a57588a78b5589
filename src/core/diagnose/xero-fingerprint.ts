// Whether a response has a fingerprint of Xero, directly or through a proxy.

import { xeroFingerprints } from '../../catalogue/xero-fingerprints.ts';
import { hasHeader } from '../model/exchange.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Whether any of `fingerprints` matches; by default, any in the catalogue. */
export function hasXeroFingerprint({ shape, headers }: ParsedResponse, fingerprints = xeroFingerprints): boolean {
  return fingerprints.some(({ match }) =>
    'header' in match ? hasHeader(headers, match.header) : match.shape === shape,
  );
}
