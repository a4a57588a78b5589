// Whether an answer bears a sign of Xero's, whoever it came from.

import { xeroSigns } from '../../catalogue/xero-fingerprints.ts';
import { type Exchange, hasHeader } from '../model/exchange.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Any of `signs`, which are all that the catalogue has if nothing else is said. `seen` is the exchange's evidence. */
export function hasXeroFingerprint({ response }: Exchange, { shape }: ParsedResponse, signs = xeroSigns): boolean {
  return signs.some(({ match }) =>
    'header' in match ? hasHeader(response.headers, match.header) : match.shape === shape,
  );
}
