// Makes characters visible that have no glyph of their own, change the direction of text, or belong to no encoding.

/** `\u202e` in place of such a character. Tabs and line breaks remain. */
export function escapeInvisible(text: string): string {
  return /[^\t\n\r -~]/.test(text) ? text.replace(INVISIBLE, escapeCharacter) : text;
}

export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}

/** Controls, formatting such as bidirectional overrides, characters that are ignored by default, separators and lone surrogates. */
export const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
