// What tool wrote a HAR file, for sentences to the user.

import { quote } from '../text/quote.ts';
import { toRecord, toShortText } from './bounded-values.ts';

/** The name and version of the tool; `undefined` if the file doesn't state them. */
export function describeCreator(creator: unknown): string | undefined {
  const { name, version } = toRecord(creator);
  const parts = [name, version].flatMap((each) => toShortText(each, MAX_PART_CHARS)?.trim() || []);
  if (parts.length === 0) return undefined;
  const text = parts.join(' ');
  return /^[\w .,:+@/-]{1,100}$/.test(text) ? text : quote(text, 2 * MAX_PART_CHARS + 1);
}

/** Chrome, Edge and other browsers of the kind: by default they export neither `Authorization` nor cookies. */
export function mayOmitCredentials(creator: unknown): boolean {
  return toRecord(creator).name === 'WebInspector';
}

const MAX_PART_CHARS = 40;
