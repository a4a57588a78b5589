// A reverse proxy, as web apps have one: the page sends requests to its own origin, and this forwards them to https://api.xero.com.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request as startRequest } from 'node:https';
import { pairs } from '../http/http-messages.ts';
import { relay } from '../http/relay.ts';
import { root } from '../operations/operations.ts';

export interface Upstream {
  readonly httpsPort: number;
  /** PEM of the certificate to trust for api.xero.com. */
  readonly certificate: string;
}

export interface ReverseProxy {
  /** Forwards the request and returns the response, including raw headers, framing and broken connections. */
  readonly forward: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  /** The same as a back end that adds token and tenant, and returns only the body and its type. */
  readonly forwardPlain: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    added: readonly string[],
  ) => void;
  readonly close: () => void;
}

export function createProxy({ httpsPort, certificate }: Upstream): ReverseProxy {
  const agent = new Agent({ keepAlive: true, ca: certificate, servername: host });

  const start = ({ method = 'GET' }: IncomingMessage, path: string, sent: readonly string[]) =>
    startRequest({ agent, host: '127.0.0.1', port: httpsPort, method, path, headers: [...sent, 'Host', host] });

  const forward: ReverseProxy['forward'] = (request, response, path) =>
    relay(request, response, start(request, path, forwardedHeaders(request.rawHeaders)));
  const forwardPlain: ReverseProxy['forwardPlain'] = (request, response, path, added) =>
    relay(request, response, start(request, path, [...plainHeaders(request.rawHeaders), ...added]), plainHeaders);
  return { forward, forwardPlain, close: () => agent.destroy() };
}

/** The path at Xero for a path of the app: the same, or without the app's prefix. `undefined` if it is not Xero's. */
export function pathAtXero(path: string): string | undefined {
  const own = /^\/(?:(?:projects|api)\.xro\/|connections(?:\?|$))/i;
  if (own.test(path)) return path;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return own.test(rest) ? rest : `${root}${rest}`;
}

/** The path at Xero for a path below the prefix of the plain proxy. */
export function pathAtPlainProxy(path: string): string | undefined {
  return path.startsWith(plainPrefix) ? `${root}${path.slice(plainPrefix.length)}` : undefined;
}

const host = 'api.xero.com';
const prefix = '/api/xero';
const plainPrefix = '/plain';

function plainHeaders(rawHeaders: readonly string[]): string[] {
  const forwarded = new Set(['accept', 'content-type', 'content-length', 'transfer-encoding']);
  return pairs(rawHeaders)
    .filter(([name]) => forwarded.has(name.toLowerCase()))
    .flat();
}

/** Without headers of the page's own origin: Xero rejects large headers, and cookies make them large. */
function forwardedHeaders(rawHeaders: readonly string[]): string[] {
  const dropped = new Set(['cookie', 'origin', 'host', 'connection']);
  return pairs(rawHeaders)
    .filter(([name]) => !dropped.has(name.toLowerCase()))
    .flat();
}
