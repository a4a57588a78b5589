// Writes letters, digits and dots plainly that a URL, JSON or HTML may also spell by their codes.

/** `%65`, `%2565`, `\u0065`, `\x65`, `&#101;` and `&#x65;` become `e`, and `\/` a slash. Everything that has a meaning in a URL, JSON or HTML stays encoded. */
export function withPlainSpelling(text: string): string {
  return text.replace(spelled, (all: string, hex?: string, decimal?: string, escaped?: string, percent?: string) => {
    if (all.endsWith('/')) return '/';
    const code = decimal === undefined ? Number.parseInt(percent ?? escaped ?? hex ?? '', 16) : Number(decimal);
    const character = String.fromCharCode(code);
    return /[\w.~-]/.test(character) ? character : all;
  });
}

/** Whether `withPlainSpelling` might change the text. */
export function hasCodes(text: string): boolean {
  spelled.lastIndex = 0;
  return spelled.test(text);
}

/** The signs of an escape may be percent-encoded themselves. */
const encodable = (sign: string, code: string) => `(?:${sign}|%(?:25){0,8}${code})`;
const entity = encodable('&', '26') + encodable('#', '23');
const entityEnd = encodable(';', '3b');
const backslashes = `${encodable(String.raw`\\`, '5c')}{1,8}`;

/** Two hexadecimal digits that stand for one of `[\w.~-]`. */
const plainCode = String.raw`(2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])`;

const spelled = new RegExp(
  // The encoded sign of an escape is also the code of a character, so that comes last.
  [
    `${backslashes}/`,
    `${entity}x0{0,5}${plainCode}${entityEnd}`,
    String.raw`${entity}0{0,5}(\d{2,3})${entityEnd}`,
    `${backslashes}(?:u00|x)${plainCode}`,
    `%(?:25){0,8}${plainCode}`,
  ].join('|'),
  'gi',
);
