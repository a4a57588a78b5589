// A URL as HAR requires it: a URI by RFC 3986. What browsers request is not always one, and neither are redaction markers.

/** Percent-encodes characters that a URI must not contain; `about:invalid` if `url` is not an HTTP URL at all. */
export function toValidUri(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return 'about:invalid';
  const { protocol, username, password, host, href } = new URL(url);
  if (!/^(?:[\w.~!$&'()*+,;=-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host)) return 'about:invalid';
  const origin = `${protocol}//${credentials(username, password)}${host}`;
  const rest = href.slice(origin.length);
  const hash = rest.indexOf('#');
  if (hash === -1) return origin + encodeInvalid(rest);
  return `${origin}${encodeInvalid(rest.slice(0, hash))}#${encodeInvalid(rest.slice(hash + 1)).replaceAll('#', '%23')}`;
}

function credentials(name: string, password: string): string {
  if (name === '' && password === '') return '';
  return password === '' ? `${name}@` : `${name}:${password}@`;
}

function encodeInvalid(text: string): string {
  return text.replace(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gi, encodeURIComponent);
}
