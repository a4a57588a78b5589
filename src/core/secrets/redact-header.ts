// What is left of headers that hold secrets.

import { untoldValue } from '../model/exchange.ts';
import { notKept } from './named-secrets.ts';

/** As long as the value was, for Xero limits all headers together. Intake's own notes stay. */
export function withoutSecret(value: string): string {
  return value === untoldValue || isNote.test(value) ? value : notKept.padEnd(value.length, '*');
}

const isNote = /^\[(?:\d{1,9} cookies?, \d{1,9} characters, not kept|not kept|token [0-9a-f]{8})\]\**$/;
