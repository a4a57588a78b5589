/** Decodes percent-encoded text. Returns malformed text, such as one with a lone percent sign, as it is. */
export function percentDecode(text: string): string {
  // Many texts have no code, and decoding takes several times as long as looking.
  return text.includes('%') ? decode(text, text) : text;
}

/** Decodes a form or query value, in which `+` is a space. Returns malformed text as it is, with its plus signs. */
export function formDecode(text: string): string {
  return /[%+]/.test(text) ? decode(text.replaceAll('+', ' '), text) : text;
}

function decode(encoded: string, otherwise: string): string {
  if (malformed.test(encoded)) return otherwise;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return otherwise;
  }
}

/** Most of what `decodeURIComponent` rejects: an exception takes a hundred times as long, and a hostile text can cause thousands. */
const malformed =
  /%(?![\da-f]{2})|(?<!%[\da-f]{2})%[89ab][\da-f]|%(?:c[01]|f[5-9a-f])|%[c-f][\da-f](?!%[89ab][\da-f])/i;
