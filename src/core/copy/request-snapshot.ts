// The parts of a request that a copied command repeats: what the application set, without what the connection, the browser or a tool adds.
// We write the commands ourselves instead of using a snippet library: people run them, and they contain text from the wire. Tests run each
// format's quoting against hostile text.

import { apiAddress } from '../../catalogue/api-address.ts';
import { type Body, type Exchange, type Request, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { isHiddenValue } from '../secrets/redact-header.ts';
import { REDACTED, REDACTION_MARKERS } from '../secrets/redaction-marker.ts';
import { isSecretName } from '../secrets/secret-names.ts';
import { plural } from '../text/plural.ts';
import { splitAtSecrets, variableFor, variablesIn } from './secret-variables.ts';
import { encodeUnsafe } from './unsafe-characters.ts';

/** Redaction markers in the URL, in headers and in the body stand for secrets: write each as a variable, by `splitAtSecrets`. */
export interface RequestSnapshot {
  readonly method: string;
  /** As browsers normalize it, so that no program can read another host out of it. Without user information. */
  readonly url: string;
  /** With the port, unless it is the default. */
  readonly host: string;
  /** Without the token. */
  readonly headers: readonly SnapshotHeader[];
  readonly authorization: Authorization | undefined;
  readonly body: string | undefined;
  /** The variables of the command, other than the token's. */
  readonly variables: readonly string[];
  /** What the command leaves out, ready to be written after “Left out:”. */
  readonly leftOut: readonly string[];
}

export interface SnapshotHeader {
  /** In lower case. */
  readonly name: string;
  /** Without line breaks and NUL. */
  readonly value: string;
  /** The variable for a secret in the value, if the header's name says what it holds. */
  readonly variable: string | undefined;
}

/** The `Authorization` header. The scheme may be empty; a variable holds the rest. */
interface Authorization {
  readonly scheme: string;
  readonly variable: string;
}

const TOKEN_VARIABLE = 'XERO_TOKEN';

/** Omits the headers that no command can set, and those that match `omitted`. `undefined` if the URL is neither http nor https. */
export function toSnapshot({ request }: Exchange, omitted: RegExp): RequestSnapshot | undefined {
  const url = parseUrl(request.url);
  if (url === undefined) return undefined;
  const named = request.headers.filter(([name]) => isToken.test(name) && !omitted.test(name));
  const headers = named.filter(([name]) => !UNSETTABLE_HEADERS.test(name)).flatMap((each) => toHeader(each) ?? []);
  const authorization = toAuthorization(request);
  const body = request.body.kind === 'text' ? request.body.text : undefined;
  const templates = [url.href, ...(body === undefined ? [] : [body])].flatMap((text) => splitAtSecrets(text));
  const inHeaders = headers.flatMap(({ value, variable }) => splitAtSecrets(value, variable));
  const basic = authorization && authorization.variable !== TOKEN_VARIABLE ? [authorization] : [];
  return {
    method: request.method.toUpperCase().replace(/[^A-Z-]/g, '') || 'GET',
    url: url.href,
    host: url.host,
    headers,
    authorization,
    body,
    variables: [...new Set(variablesIn([...basic, ...inHeaders, ...templates]))],
    leftOut: [...url.leftOut, ...describeLeftOutHeaders(request, named), ...describeLeftOutBody(request.body)],
  };
}

/** Whether a command can repeat the request: not if it is unknown, or for `file:` or the like. */
export function isRepeatable(exchange: Exchange): boolean {
  return isRequestKnown(exchange) && parseUrl(exchange.request.url) !== undefined;
}

/** A response that was pasted alone has the API's root in place of its URL. */
export function isRequestKnown({ source, match, request }: Exchange): boolean {
  return source !== 'import' || match.matchedBy !== 'mapped' || request.url !== `${apiAddress}/`;
}

/** Browsers ignore tabs and line breaks in a URL; encoded, they can't hide in a host. */
function parseUrl(text: string): { href: string; host: string; leftOut: readonly string[] } | undefined {
  const encoded = encodeUnsafe(text).replace(REDACTION_MARKERS, encodeURIComponent);
  const url = URL.canParse(encoded) ? new URL(encoded) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const hasUser = url.username !== '' || url.password !== '';
  url.username = '';
  url.password = '';
  return {
    href: url.href.replace(encodedMarkers, (each) => decodeURIComponent(each)),
    host: url.host,
    leftOut: hasUser ? ['user name and password in the URL'] : [],
  };
}

const encodedMarkers = /%5B(?:redacted|not%20kept|token%20[0-9a-f]{8})%5D/g;

/** An invalid name could be parsed as an option or a file name. */
const isToken = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

const UNSETTABLE_HEADERS =
  /^(?:authorization|cookie|host|connection|content-length|accept-encoding|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|sec-.*|priority|if-none-match|pragma|dnt)$/i;

/** `undefined` for a header with an unknown value that neither the API nor a login is likely to need. */
function toHeader([name, value]: readonly [string, string]): SnapshotHeader | undefined {
  if (value === UNAVAILABLE_VALUE || isHiddenValue(value)) {
    const variable = apiVariables.get(name) ?? (isSecretName(name) ? variableFor(name) : undefined);
    return variable === undefined ? undefined : { name, value: REDACTED, variable };
  }
  return { name, value: oneLine(value), variable: isSecretName(name) ? variableFor(name) : undefined };
}

/** The headers that the API reads, whose value the browser may not have reported. */
const apiVariables: ReadonlyMap<string, string> = new Map([
  ['xero-tenant-id', 'XERO_TENANT_ID'],
  ['idempotency-key', 'IDEMPOTENCY_KEY'],
  ['content-type', 'CONTENT_TYPE'],
  ['accept', 'ACCEPT'],
]);

/** A line break in a value would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0\u2028\u2029]+/g, ' ');
}

function toAuthorization({ token }: Request): Authorization | undefined {
  if (token === undefined || token.kind === 'missing') return undefined;
  const scheme = token.scheme.replace(/[^\w-]/g, '').slice(0, 64);
  // Of a client's ID and secret, in base64.
  return { scheme, variable: /^basic$/i.test(scheme) ? 'X_BASIC_AUTH' : TOKEN_VARIABLE };
}

function describeLeftOutHeaders(
  { omittedHeaders = 0 }: Request,
  named: readonly (readonly [string, string])[],
): string[] {
  const names = named
    .filter((each) =>
      UNSETTABLE_HEADERS.test(each[0])
        ? isSecretName(each[0]) && each[0].toLowerCase() !== 'authorization'
        : toHeader(each) === undefined,
    )
    .map(([name]) => name.replace(/[^\w-]/g, '_').slice(0, MAX_LISTED_NAME_CHARS));
  const listed = [...new Set(names)];
  const more = omittedHeaders + Math.max(0, listed.length - MAX_LISTED_NAMES);
  return [...listed.slice(0, MAX_LISTED_NAMES), ...(more > 0 ? [plural(more, 'more header')] : [])];
}

const MAX_LISTED_NAMES = 10;
const MAX_LISTED_NAME_CHARS = 40;

function describeLeftOutBody(body: Body): string[] {
  if (body.kind === 'text') {
    return body.missingChars === undefined ? [] : [`the last ${plural(body.missingChars, 'character')} of the body`];
  }
  return body.kind === 'none' ? [] : ['the body'];
}
