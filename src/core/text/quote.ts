// Makes values from the wire fit to stand in a sentence of ours: short, plain, and unable to end the marks around code.

/** A text as code within backticks, at most `most` characters of it. */
export function quote(text: string, most = 80): string {
  // Not half of a character in two parts.
  const shown = text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `\`${shown === '' ? '""' : plain(shown)}\``;
}

/** A JSON value as it is written, within backticks. Of lists and objects only that they are: they may be deeper than any stack. */
export function quoteJson(value: unknown, most = 80): string {
  if (Array.isArray(value)) return value.length === 0 ? '`[]`' : '`[…]`';
  if (typeof value === 'object' && value !== null) return '`{…}`';
  // `1e400` is a number in JSON and none in JavaScript, which would write `null`.
  return quote((typeof value === 'number' ? String(value) : JSON.stringify(value)) ?? 'undefined', most);
}

/** Control characters, those that turn the direction of text, and halves of characters are written out. */
function plain(text: string): string {
  return text
    .replaceAll('`', '´')
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
      (each) => `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
