// A reverse proxy as web apps put before Xero: the page calls its own origin, and this calls https://api.xero.com.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request as startRequest } from 'node:https';
import { pairs } from '../http/http-response.ts';
import { writeHead } from '../http/send-response.ts';
import { root } from '../operations/operations.ts';

export interface Upstream {
  readonly httpsPort: number;
  /** PEM of the certificate to trust for api.xero.com. */
  readonly certificate: string;
}

export interface ReverseProxy {
  /** Sends the request on and the answer back, raw headers, framing and broken connections included. */
  readonly pass: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  readonly close: () => void;
}

export function createProxy({ httpsPort, certificate }: Upstream): ReverseProxy {
  const agent = new Agent({ keepAlive: true, ca: certificate, servername: host });

  const pass: ReverseProxy['pass'] = (request, response, path) => {
    const { method = 'GET' } = request;
    const headers = [...forwarded(request.rawHeaders), 'Host', host];
    const upstream = startRequest({ agent, host: '127.0.0.1', port: httpsPort, method, path, headers });
    const breakOff = () => response.socket?.destroy();
    upstream.on('error', breakOff);
    upstream.on('response', (answer) => {
      const { statusCode = 0, statusMessage = '' } = answer;
      writeHead(response, { status: statusCode, statusText: statusMessage }, answer.rawHeaders);
      response.flushHeaders();
      answer.on('error', breakOff);
      answer.pipe(response);
    });
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  };

  return { pass, close: () => agent.destroy() };
}

/** The path at Xero for a path of the app: kept, or with the app's own prefix taken off. `undefined`: not Xero's. */
export function pathAtXero(path: string): string | undefined {
  const own = /^\/(?:(?:projects|api)\.xro\/|connections(?:\?|$))/i;
  if (own.test(path)) return path;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return own.test(rest) ? rest : `${root}${rest}`;
}

const host = 'api.xero.com';
const prefix = '/api/xero';

/** Without what belongs to the page's own origin: Xero refuses large headers, and cookies make them large. */
function forwarded(rawHeaders: readonly string[]): string[] {
  const dropped = new Set(['cookie', 'origin', 'host', 'connection']);
  return pairs(rawHeaders)
    .filter(([name]) => !dropped.has(name.toLowerCase()))
    .flat();
}
