// Finds e-mail addresses in any text in linear time, starting from each @.

/** `rest` replaces the text between addresses. An @ may be encoded as `%40` in URLs, `&#64;` in HTML, `\\u0040` in truncated JSON. */
export function replaceEmails(
  text: string,
  change: (email: string) => string,
  rest: (text: string) => string = (each) => each,
): string {
  if (!atSign.test(text)) return rest(text);
  let result = '';
  let done = 0;
  for (const { 0: at, index } of text.matchAll(atSigns)) {
    if (index < done) continue;
    const after = index + at.length;
    const [domain = ''] = /^[\p{L}\p{N}.-]*/u.exec(text.slice(after, after + MAX_EMAIL_CHARS)) ?? [];
    const [fullDomain] = /^.*\.\p{L}{2,}/u.exec(domain) ?? [];
    if (fullDomain === undefined) continue;
    const allowed = at.startsWith('%') ? encodedLocal : local;
    let start = index;
    while (start > done && index - start < MAX_EMAIL_CHARS && isLocal(text, start - 1, allowed)) start--;
    if (start === index) continue;
    result += rest(text.slice(done, start)) + change(`${text.slice(start, index)}@${fullDomain}`);
    done = after + fullDomain.length;
  }
  return result + rest(text.slice(done));
}

const atSign = /@|%(?:25){0,5}40|&#(?:64|x40);|\\u0040/i;
const atSigns = new RegExp(atSign, 'gi');

/** Accepts an apostrophe within a name, as in `o'brien`, but not the quote in `'jo@` or in Python's `b'jo@`. */
function isLocal(text: string, at: number, allowed: RegExp): boolean {
  return (
    allowed.test(text.charAt(at)) ||
    (text.charAt(at) === "'" && apostrophe.test(text.slice(Math.max(0, at - 2), at + 2)))
  );
}

const apostrophe = /^(?:[^\p{L}]?[^\P{L}bfru]|\p{L}{2})'\p{L}$/iu;

/** The limit on either side of the @. */
const MAX_EMAIL_CHARS = 255;

const local = /[^\s"'`<>()[\]{},;:\\/|=&?#@%]/;
const encodedLocal = /[^\s"'`<>()[\]{},;:\\/|=&?#@]/;
