// Whether an answer bears a sign of Xero's, whoever it came from.

import { xeroSigns } from '../../catalogue/xero-fingerprints.ts';
import { type Exchange, hasHeader } from '../model/exchange.ts';
import type { Evidence } from './parse-response.ts';

/** Any of `signs`, which are all that the catalogue has if nothing else is said. `seen` is the exchange's evidence. */
export function bearsSign({ response }: Exchange, { shape }: Evidence, signs = xeroSigns): boolean {
  return signs.some(({ sign }) => ('header' in sign ? hasHeader(response.headers, sign.header) : sign.shape === shape));
}
