// Shortens long string literals of a JSON text before it is parsed: JSON.parse can't be interrupted, and a body may have 200 MB.

/** The maximum of a literal without its quotes. That much of a body in base64 is decoded. */
export const MAX_LITERAL_CHARS = 1_400_000;

export interface ReadingEvent {
  /** No entry yet, but a chance to yield. `at` counts characters examined; those of a broken entry may be examined again. */
  readonly kind: 'reading';
  readonly at: number;
}

export const MAX_CHARS_PER_STEP = 2_000_000;

/** The rest of a literal that is too long. */
export interface LongRest {
  readonly from: number;
  /** The index of its closing quote. */
  readonly to: number;
  /** The number of characters that it represents. */
  readonly chars: number;
  /** Whether the literal is the value of a `text` property. */
  readonly isText: boolean;
}

/** The index after the string that begins at `from`; `undefined` if the text ends first. Adds to `rests` if it is too long. */
export function* skipString(
  text: string,
  from: number,
  rests: LongRest[] = [],
): Generator<ReadingEvent, number | undefined> {
  const near = text.slice(from + 1, from + MAX_SHORT_CHARS).indexOf('"');
  if (near !== -1 && text.charCodeAt(from + near) !== backslash) return from + near + 2;
  let at = from + 1;
  // No cut splits an escape.
  let escapeEnd = at;
  let cut: number | undefined;
  let escapedChars = 0;
  for (let yieldAt = at + MAX_CHARS_PER_STEP; at < text.length; yieldAt = at + MAX_CHARS_PER_STEP) {
    for (const end = Math.min(yieldAt, text.length); at < end; ) {
      if (cut === undefined && at > from + MAX_LITERAL_CHARS && at >= escapeEnd) {
        cut = at;
        escapedChars = 0;
      }
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (cut !== undefined && cut < at) {
          rests.push({ from: cut, to: at, chars: at - cut - escapedChars, isText: isValueOfText(text, from) });
        }
        return at + 1;
      }
      if (code === backslash) {
        const chars = text.charCodeAt(at + 1) === letterU ? 6 : 2;
        escapeEnd = at + chars;
        escapedChars += chars - 1;
        at += 2;
      } else at++;
    }
    yield { kind: 'reading', at: Math.min(at, text.length) };
  }
  return undefined;
}

const MAX_SHORT_CHARS = 64;
const [quote, backslash, letterU] = [34, 92, 117];

function isValueOfText(text: string, at: number): boolean {
  return /"text"\s{0,20}:\s{0,20}$/.test(text.slice(Math.max(0, at - 50), at));
}

/** The JSON from `from` to `to` without `rests`. Adds the number of characters missing from a `text` as `_unreadChars` beside it. */
export function withoutRests(text: string, from: number, to: number, rests: readonly LongRest[]): string {
  let json = '';
  let at = from;
  for (const rest of rests) {
    if (rest.from < at || rest.to >= to) continue;
    json += `${text.slice(at, rest.from)}"${rest.isText ? `,"_unreadChars":${rest.chars}` : ''}`;
    at = rest.to + 1;
  }
  return json + text.slice(at, to);
}
