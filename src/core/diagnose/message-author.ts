// Whose words the message of an answer is.

import type { Exchange } from '../model/exchange.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Behind a proxy only what bears a sign of Xero's is Xero's for certain. */
export function messageOrigin(exchange: Exchange, seen: ParsedResponse): 'Xero' | 'The answer' {
  return isFromXero(exchange, seen) ? 'Xero' : 'The answer';
}
