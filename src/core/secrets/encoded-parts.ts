// Looks for secrets in what a URL or a form encodes: JSON, a URL or a form in a parameter.

import { formDecode } from '../text/percent-decode.ts';

/** Decodes each encoded part, and replaces it if `redact` finds a secret in it. Linear in the length of the text. */
export function redactEncodedParts(text: string, redact: (text: string) => string): string {
  if (!structure.test(text)) return text;
  return text.replace(part, (encoded) => {
    if (!structure.test(encoded)) return encoded;
    const plain = formDecode(encoded);
    const redacted = redact(plain);
    return redacted === plain ? encoded : encodeURIComponent(redacted.replace(/\p{Surrogate}/gu, '\ufffd'));
  });
}

/** Encoded signs of JSON, markup, lines and forms. */
const structure = /%(?:25){0,5}(?:0a|22|3[acd]|5b|7b)/i;
const part = /[^&#?=;/\s"'<>]{1,100000}/g;
