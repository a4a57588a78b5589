// What of a request is copied into a command: what the caller chose. What the connection, the browser or a tool adds is left to them.
// The commands are written here and not by a library of code snippets: they are made to be run, of texts from the wire. So each shell's
// quoting is held by tests of ours against hostile texts, typographic quotes in PowerShell among them, and the token is left to a variable.

import { type Body, type Exchange, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { REDACTION_MARKERS } from '../secrets/redaction-marker.ts';

export interface RequestSnapshot {
  readonly method: string;
  readonly url: string;
  /** Names in lower case; without the token. Neither holds a line break or a NUL. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The scheme that the token was sent with; `undefined`: none was sent. */
  readonly scheme: string | undefined;
  readonly body: string | undefined;
}

/** `leftOut`: headers beside those that no command can set. */
export function toSnapshot({ request }: Exchange, leftOut: RegExp): RequestSnapshot {
  const { method, url, headers, token, body } = request;
  return {
    method: method.toUpperCase().replace(/[^A-Z-]/g, '') || 'GET',
    // cURL rejects a URL with a space, and redaction markers contain one.
    url: oneLine(url).replace(REDACTION_MARKERS, encodeURIComponent),
    headers: headers
      .filter(([name]) => isToken.test(name) && !UNSETTABLE_HEADERS.test(name) && !leftOut.test(name))
      .map(([name, value]) => [name, value === UNAVAILABLE_VALUE ? '<the value is not at hand>' : oneLine(value)]),
    scheme: token && token.kind !== 'missing' ? oneLine(token.scheme).replace(/[^\w-]/g, '') : undefined,
    body: bodyOf(body),
  };
}

/** A name that is none could be read as an option or the name of a file. */
const isToken = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** Cookies are not kept. */
const UNSETTABLE_HEADERS =
  /^(?:authorization|cookie|host|connection|content-length|accept-encoding|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|sec-.*|priority|if-none-match|pragma|dnt)$/i;

/** A header ends with its line: more of them must not come in by its value. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0\u2028\u2029]+/g, ' ');
}

function bodyOf(body: Body): string | undefined {
  if (body.kind === 'none') return undefined;
  // No command line takes a NUL.
  return body.kind === 'text' ? body.text.replaceAll('\0', '') : '<the body is not at hand>';
}
