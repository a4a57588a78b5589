// Forwards requests to a back end on this machine without changing them, as the development servers of front ends do.

import { type IncomingMessage, type ServerResponse, request as startRequest } from 'node:http';
import { writeHead } from '../http/send-response.ts';

export function forwardToBackEnd(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method = 'GET', url = '/', rawHeaders } = request;
  const upstream = startRequest({ host: '127.0.0.1', port, method, path: url, headers: rawHeaders });
  upstream.on('error', () => response.socket?.destroy());
  upstream.on('response', (incoming) => {
    const { statusCode = 0, statusMessage = '' } = incoming;
    writeHead(response, { status: statusCode, statusText: statusMessage }, incoming.rawHeaders);
    incoming.pipe(response);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
