// Who may read recorded entries: pages on this machine that received the key with a response.

import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseQuery, type RecorderQuery } from './query.ts';

export interface Client {
  /** The address at the other end of the connection. */
  readonly peer: string | undefined;
  /** Of several headers with the same name, the values are joined. */
  readonly headers: Readonly<IncomingHttpHeaders>;
}

export interface AccessRequest extends Client {
  readonly method: string;
  readonly url: string;
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
  const { method, url, headers } = request;
  const { origin, 'sec-fetch-site': fetchSite } = headers;
  const host = String(headers.host ?? headers[':authority'] ?? '');
  if (!isOnThisMachine(request, allowedHosts)) {
    return forbid(
      'The connection or a forwarding header is from another machine. XERO_RECORDER_ALLOWED_HOSTS allows other hosts.',
    );
  }
  if (!isLocalHost(host, allowedHosts)) {
    return forbid('The Host header names another machine. XERO_RECORDER_ALLOWED_HOSTS allows others.');
  }
  // Browsers send one of them to localhost and over HTTPS. Without them, a proxy may have replaced the name of any host.
  if (origin === undefined && fetchSite === undefined && allowedHosts.size === 0) {
    return forbid(
      'The request has no Sec-Fetch-Site. Open the page at localhost, or name its host in XERO_RECORDER_ALLOWED_HOSTS.',
    );
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
  if (query === undefined || !isSameKey(query.key, key)) {
    return { status: 404, error: 'The key is that of another process.', ...allow };
  }
  return { status: 200, query, ...allow };
}

/** A tunnel exposes a development server to everybody but connects from this machine. */
export function isOnThisMachine({ peer = '', headers }: Client, allowedHosts: ReadonlySet<string>): boolean {
  return (
    isLoopbackAddress(peer) &&
    Object.entries(forwardingHeaders).every(([name, prefix]) => {
      const value = String(headers[name] ?? '');
      const parts = value.split(/[,;]/).map((each) => each.trim());
      // A proxy appends to what it received, so that the end of the value matters most.
      return (
        value.length <= MAX_FORWARDING_CHARS &&
        parts.every((each) => each === '' || isLocalParameter(prefix + each, allowedHosts))
      );
    })
  );
}

/**
 * The headers in which proxies and tunnels name the client, or the host that it requested, and what makes each of their values a
 * parameter of `Forwarded` (RFC 7239).
 */
const forwardingHeaders = {
  'x-forwarded-for': 'for=',
  'x-real-ip': 'for=',
  'true-client-ip': 'for=',
  'cf-connecting-ip': 'for=',
  'x-forwarded-host': 'host=',
  forwarded: '',
};

const MAX_FORWARDING_CHARS = 1_000;

/** Whether it names no other machine: `for="[::1]:4711"`, `host=localhost`, `proto=http`. */
function isLocalParameter(parameter: string, allowedHosts: ReadonlySet<string>): boolean {
  const [, name, , value = ''] = /^([\w-]{1,100})=("?)([^"]{0,300})\2$/.exec(parameter.toLowerCase()) ?? [];
  if (name === 'for') return isLoopbackAddress(value);
  if (name === 'host') return isLocalHost(value, allowedHosts);
  return name !== undefined;
}

function forbid(error: string): Access {
  return { status: 403, error };
}

/** With or without a port: `127.0.0.1:4711`, `[::1]:4711`. */
function isLoopbackAddress(address: string): boolean {
  const bare = address.replace(/^(?:\[([^\]]{1,50})\]|([\d.]{1,20}))(?::\d{1,5})?$/, '$1$2');
  return bare === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(bare);
}

function isLocalHost(host: string, allowedHosts: ReadonlySet<string>): boolean {
  const name = hostName(host);
  return isLoopbackName(name) || allowedHosts.has(name);
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

/** In constant time. */
function isSameKey(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
