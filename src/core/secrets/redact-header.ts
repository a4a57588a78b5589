// What is left of headers that hold secrets.

import { UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { REDACTED } from './named-secrets.ts';

/** As long as the value was, for Xero limits all headers together. Intake's own notes stay. */
export function redactHeaderValue(value: string): string {
  return value === UNAVAILABLE_VALUE || isCookieNote.test(value) ? value : REDACTED.padEnd(value.length, '*');
}

const isCookieNote = /^\[(?:\d{1,9} cookies?, \d{1,9} characters, not kept|not kept|token [0-9a-f]{8})\]\**$/;
