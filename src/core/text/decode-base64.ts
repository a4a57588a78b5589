// Decodes base64 as tools write it.

/** `undefined` if the text is no base64. A `data:` prefix, wrong padding and the alphabet for URLs are accepted. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const encoded = withoutPadding(text.slice(dataPrefix.exec(text.slice(0, MAX_PREFIX_CHARS))?.[0].length ?? 0));
  try {
    return toBytes(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

const MAX_PREFIX_CHARS = 300;
const dataPrefix = /^\s{0,20}data:[^,]{0,200};base64,/i;

function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '=' || text.charCodeAt(end - 1) <= 32)) end--;
  return text.slice(0, end);
}

/** A loop: `Uint8Array.from` calls a function for each of a million bytes. */
function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
