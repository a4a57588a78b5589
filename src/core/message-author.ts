// Whose words the message of an answer is.

import type { Evidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import { isXeros } from './is-xeros.ts';

/** Behind a proxy only what bears a sign of Xero's is Xero's for certain. */
export function messageAuthor(exchange: Exchange, seen: Evidence): 'Xero' | 'The answer' {
  return isXeros(exchange, seen) ? 'Xero' : 'The answer';
}
