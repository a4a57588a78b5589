// Passes a request on to another server, and the response back, with raw headers, framing and broken connections.

import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { writeHead } from './send-response.ts';

/** `upstream` is the request to the other server, not yet sent. `received` selects the headers of its response; by default, all. */
export function relay(
  request: IncomingMessage,
  response: ServerResponse,
  upstream: ClientRequest,
  received: (rawHeaders: readonly string[]) => string[] = (rawHeaders) => [...rawHeaders],
): void {
  const disconnect = () => response.socket?.destroy();
  upstream.on('error', disconnect);
  upstream.on('response', (incoming) => {
    const { statusCode = 0, statusMessage = '' } = incoming;
    writeHead(response, { status: statusCode, statusText: statusMessage }, received(incoming.rawHeaders));
    response.flushHeaders();
    incoming.on('error', disconnect);
    incoming.pipe(response);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
