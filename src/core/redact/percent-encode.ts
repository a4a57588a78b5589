// Percent-encodes any text.

/** Half of a pair, which a broken text may hold, is no character and cannot be encoded: it is replaced as browsers do it. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
