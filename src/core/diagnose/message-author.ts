// Who wrote the message in a response.

import type { Exchange } from '../model/exchange.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Behind a proxy, only a response with a fingerprint is certainly Xero's. What a back end says about one is its own. */
export function messageOrigin(exchange: Exchange, evidence: ParsedResponse): 'Xero' | 'The answer' | 'Your back end' {
  if (evidence.nested?.sentence !== undefined && evidence.nested.status !== undefined) return 'Your back end';
  return isFromXero(exchange, evidence) ? 'Xero' : 'The answer';
}
