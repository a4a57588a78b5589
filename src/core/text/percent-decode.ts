/** Decodes percent-encoded text. Returns malformed text, such as one with a lone percent sign, as it is. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes a form or query value, in which `+` is a space. Returns malformed text as it is, with its plus signs. */
export function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
