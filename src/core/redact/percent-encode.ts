// Percent-encodes any text, including malformed UTF-16.

/** `encodeURIComponent` throws on lone surrogates, so they are replaced, as in browsers. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
