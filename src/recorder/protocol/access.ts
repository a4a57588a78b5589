// Who may read recorded entries: pages on this machine that received the key with a response.

import { parseQuery, type RecorderQuery } from './query.ts';

export interface Client {
  /** The address at the other end of the connection. */
  readonly peer: string | undefined;
  /** The value of `X-Forwarded-For`: the client of a proxy or tunnel. */
  readonly forwardedFor: string | undefined;
}

export interface AccessRequest extends Client {
  readonly method: string;
  readonly url: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The value of `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
}

export interface AccessRules {
  readonly key: string;
  readonly allowedHosts: ReadonlySet<string>;
  readonly allowedOrigins: ReadonlySet<string>;
}

export type Access = (
  | { readonly status: 200; readonly query: RecorderQuery }
  | { readonly status: 204 }
  | { readonly status: 403 | 404 | 405; readonly error: string }
) & { readonly allowOrigin?: string };

export function decideAccess(request: AccessRequest, { key, allowedHosts, allowedOrigins }: AccessRules): Access {
  const { method, url, host = '', origin, fetchSite } = request;
  if (!isOnThisMachine(request)) return forbid('Only this machine may read what was recorded.');
  const name = hostName(host);
  if (!isLoopbackName(name) && !allowedHosts.has(name)) {
    return forbid('The Host header names another machine. XERO_RECORDER_ALLOWED_HOSTS allows others.');
  }
  if (origin === undefined && fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') {
    return forbid('Another site asked for what was recorded.');
  }
  const isKnown = origin === undefined || isSameHost(origin, host) || isLoopbackOrigin(origin);
  if (!isKnown && !allowedOrigins.has(origin.toLowerCase())) {
    return forbid('The Origin is that of another machine. XERO_RECORDER_ALLOWED_ORIGINS allows others.');
  }
  const allow = origin === undefined ? {} : { allowOrigin: origin };
  if (method === 'OPTIONS') return { status: 204, ...allow };
  if (method !== 'GET') return { status: 405, error: 'Only GET reads what was recorded.', ...allow };
  const query = parseQuery(url);
  if (query?.key !== key) return { status: 404, error: 'The key is that of another process.', ...allow };
  return { status: 200, query, ...allow };
}

/** A tunnel exposes a development server to everybody but connects from this machine. */
export function isOnThisMachine({ peer = '', forwardedFor = '' }: Client): boolean {
  const addresses = forwardedFor
    .slice(0, MAX_FORWARDED_CHARS)
    .split(',')
    .map((each) => each.trim());
  return [peer, ...addresses.filter(Boolean)].every(isLoopbackAddress);
}

const MAX_FORWARDED_CHARS = 1_000;

function forbid(error: string): Access {
  return { status: 403, error };
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address);
}

/** Without the port, in lower case. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, '');
}

function isLoopbackName(name: string): boolean {
  return name === '[::1]' || /^(?:[\w-]{1,63}\.){0,9}localhost$/.test(name) || /^127(?:\.\d{1,3}){3}$/.test(name);
}

function isLoopbackOrigin(origin: string): boolean {
  const [, host] = /^https?:\/\/([^/]{1,300})$/i.exec(origin) ?? [];
  return host !== undefined && isLoopbackName(hostName(host));
}

/** Whether a page reads from its own server. */
function isSameHost(origin: string, host: string): boolean {
  const text = origin.toLowerCase();
  return text === `http://${host.toLowerCase()}` || text === `https://${host.toLowerCase()}`;
}
