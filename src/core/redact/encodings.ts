// In which other ways a name may be written within a longer text: percent-encoded, with entities, with escapes of JSON.

import { encodedVariants } from './html-entities.ts';
import { percentEncode } from './percent-encode.ts';

export interface EncodedForm {
  readonly text: string;
  /** What stands in place of it, written so too. */
  readonly encode: (pseudonym: string) => string;
}

/** `name` is in lower case. Beside itself; none where it is nothing but letters and digits. */
export function encodedForms(name: string): EncodedForm[] {
  if (/^[a-z\d]*$/.test(name)) return [];
  const found = new Map<string, EncodedForm['encode']>();
  const add = (text: string, encode: EncodedForm['encode']) => {
    if (text !== name && !found.has(text)) found.set(text, encode);
  };
  for (const text of encodedVariants(name)) add(text, asItIs);
  for (const text of withEscapes(name)) add(text, asItIs);
  for (const text of inAddresses(name)) add(text, encodeURIComponent);
  return Array.from(found, ([text, encode]) => ({ text, encode }));
}

const asItIs = (pseudonym: string) => pseudonym;

/** As browsers do it, as forms do, and as languages do that leave fewer signs. */
function inAddresses(name: string): string[] {
  const encoded = percentEncode(name).toLowerCase();
  const strict = encoded.replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return [encoded, strict].flatMap((each) => [each, each.replaceAll('%20', '+'), each.replaceAll('%', '%25')]);
}

/** As JSON that breaks off or stands in a sentence has it; PHP and Python write all but ASCII so, .NET some signs too. */
function withEscapes(name: string): string[] {
  const plain = JSON.stringify(name).slice(1, -1);
  return [plain, escaped(plain, /[^\x20-\x7e]/g), escaped(name, /[^\x20-\x7e]|["'&<>+\\`]/g)];
}

function escaped(text: string, which: RegExp): string {
  return text.replace(which, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
