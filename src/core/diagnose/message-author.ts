// Who wrote the message in a response.

import type { Exchange } from '../model/exchange.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Behind a proxy, only a response with a fingerprint is certainly Xero's. A back end's message about such a response is the back end's. */
export function messageOrigin(exchange: Exchange, evidence: ParsedResponse): 'Xero' | 'The response' | 'Your server' {
  if (evidence.nested?.sentence !== undefined && evidence.nested.status !== undefined) return 'Your server';
  return isFromXero(exchange, evidence) ? 'Xero' : 'The response';
}
