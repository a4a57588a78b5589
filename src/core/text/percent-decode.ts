/** Decodes percent-encoded text. Returns malformed text, such as one with a lone percent sign, as it is. */
export function percentDecode(text: string): string {
  // Many texts have no code, and decoding takes several times as long as looking.
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes a form or query value, in which `+` is a space. Returns malformed text as it is, with its plus signs. */
export function formDecode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
