// Checks whether a text is JSON. JSON.parse throws if it is not, which takes as long as reading thousands of characters.

const [quote, comma, colon, backslash] = [34, 44, 58, 92];
const [openBrace, closeBrace, openBracket] = [123, 125, 91];
/** The distance from the code of an opening bracket to that of its closing one. */
const CLOSING = 2;
/** The index of something that is missing. */
const NONE = -1;

/** Whether JSON.parse accepts the text. Looks at each character once, at any depth of nesting. */
export function isJson(text: string): boolean {
  const expectedBrackets: number[] = [];
  let at = skipSpace(text, 0);
  while (at !== NONE) {
    const code = text.charCodeAt(at);
    const isNested = code === openBrace || code === openBracket;
    if (isNested) expectedBrackets.push(code + CLOSING);
    at = skipSpace(text, isNested ? at + 1 : afterScalar(text, at));
    const isFirst = isNested && text.charCodeAt(at) !== code + CLOSING;
    if (!isFirst) {
      while (expectedBrackets.length > 0 && text.charCodeAt(at) === expectedBrackets.at(-1)) {
        expectedBrackets.pop();
        at = skipSpace(text, at + 1);
      }
      if (expectedBrackets.length === 0) return at === text.length;
      at = skipSpace(text, after(text, at, comma));
    }
    if (expectedBrackets.at(-1) === closeBrace) at = afterName(text, at);
  }
  return false;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at !== NONE && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function after(text: string, at: number, code: number): number {
  return text.charCodeAt(at) === code ? at + 1 : NONE;
}

/** The name of a property and the colon behind it. */
function afterName(text: string, at: number): number {
  return skipSpace(text, after(text, skipSpace(text, afterString(text, at)), colon));
}

function afterScalar(text: string, at: number): number {
  if (text.charCodeAt(at) === quote) return afterString(text, at);
  const word = words.find((each) => text.startsWith(each, at));
  return at === NONE ? NONE : word ? at + word.length : afterNumber(text, at);
}

const words = ['true', 'false', 'null'];

function afterString(text: string, from: number): number {
  if (text.charCodeAt(from) !== quote) return NONE;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < 32) return NONE;
    if (code !== backslash) continue;
    at++;
    if (text[at] === 'u' && isHex(text.slice(at + 1, at + 5))) at += 4;
    else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return NONE;
  }
  return NONE;
}

function isHex(digits: string): boolean {
  return /^[\da-f]{4}$/i.test(digits);
}

function afterNumber(text: string, from: number): number {
  let at = text[from] === '-' ? from + 1 : from;
  at = text[at] === '0' ? at + 1 : afterDigits(text, at);
  if (at !== NONE && text[at] === '.') at = afterDigits(text, at + 1);
  if (at === NONE || (text[at] !== 'e' && text[at] !== 'E')) return at;
  const hasSign = text[at + 1] === '+' || text[at + 1] === '-';
  return afterDigits(text, at + (hasSign ? 2 : 1));
}

/** The index after at least one digit. */
function afterDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at === from ? NONE : at;
}
