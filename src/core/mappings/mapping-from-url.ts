// The mapping for a pasted URL of a request.

const MAX_CHARS = 4_096;

/** The address up to the API path, without query, fragment and credentials; `undefined` if `text` isn't an address or a path. */
export function mappingFromUrl(text: string): string | undefined {
  const typed = text.trim();
  if (typed.length > MAX_CHARS || /\s/.test(typed) || !/^(?:\/(?!\/)|https?:\/\/)/i.test(typed)) return undefined;
  const isPath = typed.startsWith('/');
  const address = isPath ? `http://any.example${typed}` : typed;
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const parts = pathname.split('/');
  const apiPath = parts.findLastIndex((part) => /^projects(?:users)?$/i.test(part));
  const prefix = (apiPath === -1 ? parts : parts.slice(0, apiPath)).join('/').replace(/\/+$/, '');
  const mapping = isPath ? prefix : `${origin}${prefix}`;
  return mapping === '' ? undefined : mapping;
}
