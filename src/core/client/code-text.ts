// Puts source text together from parts, some of which may be left out.

/** The lines of all parts. What is `false` or `undefined` is left out; an empty text is an empty line. */
export function lines(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined).join('\n');
}

/** Every line that is not empty, moved to the right by `columns`. */
export function indent(columns: number, text: string): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}

/** Sentences as lines of a comment that are not too long. */
export function comment(mark: string, sentences: readonly string[]): string {
  return sentences
    .flatMap((sentence) => wrap(sentence))
    .map((line) => `${mark}${line}`)
    .join('\n');
}

const MAX_LINE_CHARS = 92;

/** At blanks, which are left out. */
export function wrap(sentence: string): string[] {
  const wrapped: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > MAX_LINE_CHARS) {
      wrapped.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...wrapped, line];
}

/** `isRateLimitMinute`. */
export function camelCase(words: readonly string[]): string {
  const pascal = pascalCase(words);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

export function pascalCase(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** `X-Rate-Limit-Problem`, from the name in lower case. */
export function headerName(name: string): string {
  return name
    .split('-')
    .map((word) => pascalCase([word]))
    .join('-');
}
