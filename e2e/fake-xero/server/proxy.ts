// A reverse proxy, as web apps have one: the page sends requests to its own origin, and this forwards them to https://api.xero.com.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request as startRequest } from 'node:https';
import { pairs } from '../http/http-messages.ts';
import { writeHead } from '../http/send-response.ts';
import { root } from '../operations/operations.ts';

export interface Upstream {
  readonly httpsPort: number;
  /** PEM of the certificate to trust for api.xero.com. */
  readonly certificate: string;
}

export interface ReverseProxy {
  /** Forwards the request and returns the response, including raw headers, framing and broken connections. */
  readonly forward: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  readonly close: () => void;
}

export function createProxy({ httpsPort, certificate }: Upstream): ReverseProxy {
  const agent = new Agent({ keepAlive: true, ca: certificate, servername: host });

  const forward: ReverseProxy['forward'] = (request, response, path) => {
    const { method = 'GET' } = request;
    const headers = [...forwardedHeaders(request.rawHeaders), 'Host', host];
    const upstream = startRequest({ agent, host: '127.0.0.1', port: httpsPort, method, path, headers });
    const disconnect = () => response.socket?.destroy();
    upstream.on('error', disconnect);
    upstream.on('response', (incoming) => {
      const { statusCode = 0, statusMessage = '' } = incoming;
      writeHead(response, { status: statusCode, statusText: statusMessage }, incoming.rawHeaders);
      response.flushHeaders();
      incoming.on('error', disconnect);
      incoming.pipe(response);
    });
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  };

  return { forward, close: () => agent.destroy() };
}

/** The path at Xero for a path of the app: the same, or without the app's prefix. `undefined` if it is not Xero's. */
export function pathAtXero(path: string): string | undefined {
  const own = /^\/(?:(?:projects|api)\.xro\/|connections(?:\?|$))/i;
  if (own.test(path)) return path;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return own.test(rest) ? rest : `${root}${rest}`;
}

const host = 'api.xero.com';
const prefix = '/api/xero';

/** Without headers of the page's own origin: Xero rejects large headers, and cookies make them large. */
function forwardedHeaders(rawHeaders: readonly string[]): string[] {
  const dropped = new Set(['cookie', 'origin', 'host', 'connection']);
  return pairs(rawHeaders)
    .filter(([name]) => !dropped.has(name.toLowerCase()))
    .flat();
}
