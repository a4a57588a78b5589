// Headers that hold secrets, by their names.

import { notKept } from './named-secrets.ts';

/** Whether the value of a header (name in lower case) is to be taken out whole, whatever it is. */
export function isSecretHeader(name: string): boolean {
  return secret.test(name) && !name.startsWith('access-control-');
}

const secret = /authorization|cookie|token|secret|passw|api-?key|credential|session|csrf|xsrf|jwt/;

/** As long as the value was, for Xero limits all headers together. Intake's own notes stay. */
export function withoutSecret(value: string): string {
  return isNote.test(value) ? value : notKept.padEnd(value.length, '*');
}

const isNote =
  /^\[(?:\d{1,9} cookies?, \d{1,9} characters, not kept|not kept|not told by the browser|token [0-9a-f]{8})\]\**$/;
