// Who wrote the message in a response.

import type { Exchange } from '../model/exchange.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Behind a proxy, only a response with a fingerprint is certainly Xero's. */
export function messageOrigin(exchange: Exchange, evidence: ParsedResponse): 'Xero' | 'The answer' {
  return isFromXero(exchange, evidence) ? 'Xero' : 'The answer';
}
