// Parses strict JSON without throwing.

/** Longer texts are not parsed where that would block the panel. */
export const MAX_PARSE_CHARS = 1_048_576;

/** Returns `undefined` for what is not JSON. The error is dropped: its message quotes the text, which may hold secrets. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
