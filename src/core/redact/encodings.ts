// The other forms of a name in longer text: percent-encoded, with HTML entities, with JSON escapes.

import { encodedVariants } from '../text/html-entities.ts';
import { percentEncode } from './percent-encode.ts';

export interface EncodedForm {
  readonly text: string;
  /** Encodes the pseudonym in the same way. */
  readonly encode: (pseudonym: string) => string;
}

/** `name` is in lower case. Excludes the name itself; empty if it has only ASCII letters and digits. */
export function encodedForms(name: string): EncodedForm[] {
  if (/^[a-z\d]*$/.test(name)) return [];
  const forms = new Map<string, EncodedForm['encode']>();
  const add = (text: string, encode: EncodedForm['encode']) => {
    if (text !== name && !forms.has(text)) forms.set(text, encode);
  };
  for (const text of encodedVariants(name)) add(text, identity);
  for (const text of jsonForms(name)) add(text, identity);
  for (const text of urlForms(name)) add(text, encodeURIComponent);
  return Array.from(forms, ([text, encode]) => ({ text, encode }));
}

const identity = (pseudonym: string) => pseudonym;

/** The name as in URLs, as in forms, and as in languages that encode more characters. */
function urlForms(name: string): string[] {
  const encoded = percentEncode(name).toLowerCase();
  const strict = encoded.replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return [encoded, strict].flatMap((each) => [each, each.replaceAll('%20', '+'), each.replaceAll('%', '%25')]);
}

/** The name as in JSON that is truncated or within a sentence. PHP and Python escape everything but ASCII; .NET also escapes some ASCII characters. */
function jsonForms(name: string): string[] {
  const plain = JSON.stringify(name).slice(1, -1);
  return [plain, escapeMatches(plain, /[^\x20-\x7e]/g), escapeMatches(name, /[^\x20-\x7e]|["'&<>+\\`]/g)];
}

function escapeMatches(text: string, which: RegExp): string {
  return text.replace(which, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
