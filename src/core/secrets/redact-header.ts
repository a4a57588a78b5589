// Redacts the values of headers that hold secrets.

import { UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { endOfMarker, REDACTED } from './redaction-marker.ts';

/** Padded to the length of the value, because Xero limits the size of all headers together. Markers and notes written at capture stay. */
export function redactHeaderValue(value: string): string {
  const holdsNoSecret = value === UNAVAILABLE_VALUE || isCookieNote.test(value) || isPaddedMarker(value);
  return holdsNoSecret ? value : REDACTED.padEnd(value.length, '*');
}

const isCookieNote = /^\[\d{1,9} cookies?, \d{1,9} characters, not kept\]$/;

function isPaddedMarker(value: string): boolean {
  const end = endOfMarker(value, 0);
  return end > 0 && /^\**$/.test(value.slice(end));
}
