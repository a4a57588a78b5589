// Finds e-mail addresses in any text, in linear time: by their @, and what stands around it.

/** `rest` gets what stands between them. `%40` is an @ in an address of the web, `&#64;` in HTML, `\\u0040` in JSON that breaks off. */
export function replaceEmails(
  text: string,
  change: (email: string) => string,
  rest: (text: string) => string = (each) => each,
): string {
  if (!anyAt.test(text)) return rest(text);
  let kept = '';
  let done = 0;
  for (const { 0: at, index } of text.matchAll(ats)) {
    if (index < done) continue;
    const after = index + at.length;
    const [domain = ''] = /^[\p{L}\p{N}.-]*/u.exec(text.slice(after, after + MAX_EMAIL_CHARS)) ?? [];
    const [whole] = /^.*\.\p{L}{2,}/u.exec(domain) ?? [];
    if (whole === undefined) continue;
    const allowed = at.startsWith('%') ? encodedLocal : local;
    let start = index;
    while (start > done && index - start < MAX_EMAIL_CHARS && isLocal(text, start - 1, allowed)) start--;
    if (start === index) continue;
    kept += rest(text.slice(done, start)) + change(`${text.slice(start, index)}@${whole}`);
    done = after + whole.length;
  }
  return kept + rest(text.slice(done));
}

const anyAt = /@|%(?:25){0,5}40|&#(?:64|x40);|\\u0040/i;
const ats = new RegExp(anyAt, 'gi');

/** An apostrophe within a name, as in `o'brien`, not the quote of `'jo@` nor that of Python's `b'jo@`. */
function isLocal(text: string, at: number, allowed: RegExp): boolean {
  return (
    allowed.test(text.charAt(at)) ||
    (text.charAt(at) === "'" && apostrophe.test(text.slice(Math.max(0, at - 2), at + 2)))
  );
}

const apostrophe = /^(?:[^\p{L}]?[^\P{L}bfru]|\p{L}{2})'\p{L}$/iu;

/** Characters; no address has more on either side. */
const MAX_EMAIL_CHARS = 255;

const local = /[^\s"'`<>()[\]{},;:\\/|=&?#@%]/;
const encodedLocal = /[^\s"'`<>()[\]{},;:\\/|=&?#@]/;
