// Finds e-mail addresses in any text, in linear time: by their @, and what stands around it.

/** `rest` gets what stands between them. `%40` is an @ in an address of the web. */
export function replaceEmails(
  text: string,
  change: (email: string) => string,
  rest: (text: string) => string = (each) => each,
): string {
  if (!text.includes('@') && !text.includes('%40')) return rest(text);
  let kept = '';
  let done = 0;
  for (const { 0: at, index } of text.matchAll(/@|%40/g)) {
    if (index < done) continue;
    const after = index + at.length;
    const [domain = ''] = /^[\p{L}\p{N}.-]*/u.exec(text.slice(after, after + longest)) ?? [];
    const [whole] = /^.*\.\p{L}{2,}/u.exec(domain) ?? [];
    if (whole === undefined) continue;
    const allowed = at === '@' ? local : encodedLocal;
    let start = index;
    while (start > done && index - start < longest && allowed.test(text.charAt(start - 1))) start--;
    if (start === index) continue;
    kept += rest(text.slice(done, start)) + change(`${text.slice(start, index)}@${whole}`);
    done = after + whole.length;
  }
  return kept + rest(text.slice(done));
}

/** Characters; no address has more on either side. */
const longest = 255;

const local = /[^\s"'`<>()[\]{},;:\\/|=&?#@%]/;
const encodedLocal = /[^\s"'`<>()[\]{},;:\\/|=&?#@]/;
