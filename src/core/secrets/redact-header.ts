// Redacts the values of headers that hold secrets.

import { UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { REDACTED } from './redaction-marker.ts';

/** Padded to the length of the value, because Xero limits the size of all headers together. Notes written at capture stay. */
export function redactHeaderValue(value: string): string {
  return value === UNAVAILABLE_VALUE || isCookieNote.test(value) ? value : REDACTED.padEnd(value.length, '*');
}

const isCookieNote = /^\[(?:\d{1,9} cookies?, \d{1,9} characters, not kept|not kept|token [0-9a-f]{8})\]\**$/;
