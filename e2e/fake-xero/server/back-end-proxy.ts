// Forwards requests to a back end on this machine without changing them, as the development servers of front ends do.

import { type IncomingMessage, type ServerResponse, request as startRequest } from 'node:http';
import { relay } from '../http/relay.ts';

export function forwardToBackEnd(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method = 'GET', url = '/', rawHeaders } = request;
  relay(request, response, startRequest({ host: '127.0.0.1', port, method, path: url, headers: rawHeaders }));
}
