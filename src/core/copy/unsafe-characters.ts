// Characters that a copied command or URL must not contain: a terminal acts on them, or they hide or reorder what the user reads
// before pressing Enter.

/** Control, format, unassigned and private characters, lone surrogates, and everything invisible but the space. */
export const UNSAFE_CHARACTERS =
  /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/gu;

/** Percent-encodes unsafe characters. The rest of the URL does not change. */
export function encodeUnsafe(url: string): string {
  return url.replace(UNSAFE_CHARACTERS, (each) => escapeBytes(each, '%'));
}

/** The UTF-8 bytes of a text in hexadecimal, each after `prefix`. A lone surrogate becomes U+FFFD, as a browser sends it. */
export function escapeBytes(text: string, prefix: string): string {
  let escaped = '';
  for (const byte of new TextEncoder().encode(text)) escaped += prefix + hexOfByte[byte];
  return escaped;
}

/** Computed once: formatting each byte again would take most of the time of a copy. */
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
