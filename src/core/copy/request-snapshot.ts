// The parts of a request that a copied command repeats: what the application set, without what the connection, the browser or a tool adds.
// We write the commands ourselves instead of using a snippet library: people run them, and they contain text from the wire. Tests run each
// format's quoting against hostile text.

import { type Body, type Exchange, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { REDACTION_MARKERS } from '../secrets/redaction-marker.ts';
import { encodeUnsafe } from './unsafe-characters.ts';

export interface RequestSnapshot {
  readonly method: string;
  /** As browsers normalize it, so that no program can read another host out of it. */
  readonly url: string;
  /** With the port, unless it is the default. */
  readonly host: string;
  /** Names in lower case, without the token. Names and values contain no line break and no NUL. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The scheme of the `Authorization` header, `undefined` without one. Write a placeholder such as `$XERO_TOKEN` for the token. */
  readonly scheme: string | undefined;
  readonly body: string | undefined;
}

/** Omits the headers that no command can set, and those that match `omitted`. `undefined` if the address is neither http nor https. */
export function toSnapshot({ request }: Exchange, omitted: RegExp): RequestSnapshot | undefined {
  const { method, url, headers, token, body } = request;
  const address = parseAddress(url);
  if (address === undefined) return undefined;
  return {
    method: method.toUpperCase().replace(/[^A-Z-]/g, '') || 'GET',
    url: address.href,
    host: address.host,
    headers: headers
      .filter(([name]) => isToken.test(name) && !UNSETTABLE_HEADERS.test(name) && !omitted.test(name))
      .map(([name, value]) => [name, value === UNAVAILABLE_VALUE ? '<value unavailable>' : oneLine(value)]),
    scheme: token && token.kind !== 'missing' ? token.scheme.replace(/[^\w-]/g, '').slice(0, 64) : undefined,
    body: bodyOf(body),
  };
}

/** Whether a command can repeat the request: not if it is for `file:` or the like. */
export function isRepeatable({ request }: Exchange): boolean {
  return parseAddress(request.url) !== undefined;
}

/** Browsers ignore tabs and line breaks in an address; encoded, they can't hide in a host. */
function parseAddress(url: string): URL | undefined {
  const encoded = encodeUnsafe(url).replace(REDACTION_MARKERS, encodeURIComponent);
  const address = URL.canParse(encoded) ? new URL(encoded) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** An invalid name could be parsed as an option or a file name. */
const isToken = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** Cookies are never stored. */
const UNSETTABLE_HEADERS =
  /^(?:authorization|cookie|host|connection|content-length|accept-encoding|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|sec-.*|priority|if-none-match|pragma|dnt)$/i;

/** A line break in a value would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0\u2028\u2029]+/g, ' ');
}

function bodyOf(body: Body): string | undefined {
  if (body.kind === 'none') return undefined;
  return body.kind === 'text' ? body.text : '<body unavailable>';
}
