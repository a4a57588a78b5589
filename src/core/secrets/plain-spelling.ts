// Writes letters, digits and dots plainly that a URL, JSON or HTML may also spell by their codes.

/** `%65`, `%2565`, `\u0065`, `\x65`, `&#101;` and `&#x65;` become `e`, and `\/` a slash. Everything that has a meaning in a URL, JSON or HTML stays encoded. */
export function withPlainSpelling(text: string): string {
  return text.replace(spelled, (all: string, percent?: string, escaped?: string, decimal?: string, hex?: string) => {
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

const spelled =
  /%(?:25){0,8}([2-7][\da-f])|\\{1,8}(?:u00|x)([2-7][\da-f])|&#0{0,5}(\d{2,3});|&#x0{0,5}([2-7][\da-f]);|\\{1,8}\//gi;
