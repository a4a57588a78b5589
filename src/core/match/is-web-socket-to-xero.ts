// Whether an address is a WebSocket's and would be Xero's over HTTP. Only requests with a response are explained, so it isn't listed.

import { matchOperation } from './match-operation.ts';

/** `mappings` are as in `matchOperation`. */
export function isWebSocketToXero(url: string, mappings: readonly string[]): boolean {
  return /^wss?:/i.test(url) && matchOperation('GET', url.replace(/^ws/i, 'http'), mappings) !== undefined;
}
