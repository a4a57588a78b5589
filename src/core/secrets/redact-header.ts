// Reduces headers to what may be shown: the value of a known header, the number of cookies, or a length.

import { UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { pluralWord } from '../text/plural.ts';
import { redactSecrets } from './redact-secrets.ts';
import { endOfMarker } from './redaction-marker.ts';
import { isShownHeader } from './shown-headers.ts';

/** `name` is in lower case. A value that was reduced before stays as it is. */
export function redactHeaderValue(name: string, value: string): string {
  if (isShownHeader(name)) return redactSecrets(value);
  if (value === UNAVAILABLE_VALUE || note.test(value)) return value;
  const earlier = earlierNote(value);
  if (earlier !== undefined) return earlier;
  if (name !== 'cookie' && name !== 'set-cookie') return createNote(value.length);
  return createNote(value.length, name === 'cookie' ? value.split(';').length : 1);
}

/** Whether only the length of the value is left. */
export function isHiddenValue(value: string): boolean {
  return note.test(value);
}

/** The length of a value as it was sent: Xero limits the size of all headers together. */
export function sentLength(value: string): number {
  return Number(note.exec(value)?.[1] ?? value.length);
}

function createNote(characters: number, cookies?: number): string {
  const count = cookies === undefined ? '' : `${cookies} ${pluralWord(cookies, 'cookie')}, `;
  return `[redacted, ${count}${characters} ${pluralWord(characters, 'character')}]`;
}

const note = /^\[redacted, (?:\d{1,9} cookies?, )?(\d{1,9}) characters?\]$/;

/** Earlier versions exported `[2 cookies, 60 characters, not kept]`, and `[not kept]***` padded to the length of the value. */
function earlierNote(value: string): string | undefined {
  const [, cookies, characters] = /^\[(\d{1,9}) cookies?, (\d{1,9}) characters, not kept\]$/.exec(value) ?? [];
  if (cookies !== undefined) return createNote(Number(characters), Number(cookies));
  const end = endOfMarker(value, 0);
  return end > 0 && /^\**$/.test(value.slice(end)) ? createNote(value.length) : undefined;
}
