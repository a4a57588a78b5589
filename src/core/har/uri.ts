// A URL as HAR requires it: a URI by RFC 3986. What browsers request is not always one, and neither are redaction markers.

/** The same address where it is one; with what may not stand in it percent-encoded; `about:invalid` for what is no address at all. */
export function toValidUri(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return 'about:invalid';
  const { protocol, username, password, host, href } = new URL(url);
  if (!/^(?:[\w.~!$&'()*+,;=-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host)) return 'about:invalid';
  const origin = `${protocol}//${login(username, password)}${host}`;
  const rest = href.slice(origin.length);
  const hash = rest.indexOf('#');
  if (hash === -1) return origin + encoded(rest);
  return `${origin}${encoded(rest.slice(0, hash))}#${encoded(rest.slice(hash + 1)).replaceAll('#', '%23')}`;
}

function login(name: string, password: string): string {
  if (name === '' && password === '') return '';
  return password === '' ? `${name}@` : `${name}:${password}@`;
}

function encoded(text: string): string {
  return text.replace(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gi, encodeURIComponent);
}
