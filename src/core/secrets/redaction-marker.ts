// What replaces a secret.

/** No fingerprint: a password could be guessed by it. */
export const REDACTED = '[redacted]';

/** Matches `[redacted]` and a token's fingerprint, such as `[token 1a2b3c4d]`. Global: use with `replace`. Earlier versions wrote `[not kept]`. */
export const REDACTION_MARKERS = /\[(?:redacted|not kept|token [0-9a-f]{8})\]/g;

const marker = new RegExp(REDACTION_MARKERS.source, 'y');

/** Whether the whole text is a marker. */
export function isRedactionMarker(text: string): boolean {
  return endOfMarker(text, 0) === text.length;
}

/** The end of a marker at `start`; `start` where there is none. */
export function endOfMarker(text: string, start: number): number {
  marker.lastIndex = start;
  return marker.test(text) ? marker.lastIndex : start;
}
