// Whose words the message of an answer is.

import type { Exchange } from '../model/exchange.ts';
import { isXeros } from './origin.ts';
import type { Evidence } from './parse-response.ts';

/** Behind a proxy only what bears a sign of Xero's is Xero's for certain. */
export function messageAuthor(exchange: Exchange, seen: Evidence): 'Xero' | 'The answer' {
  return isXeros(exchange, seen) ? 'Xero' : 'The answer';
}
