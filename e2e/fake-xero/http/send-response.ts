// Sends a response exactly as it is defined.

import type { ServerResponse } from 'node:http';
import type { HttpResponse } from './http-messages.ts';

/** Adds nothing but a Content-Length, and only if there is a body that no header frames. */
export async function sendResponse(response: ServerResponse, message: HttpResponse): Promise<void> {
  if (message.delayMs) await pause(response, message.delayMs);
  if (response.destroyed || message.action === 'hang') return;
  if (message.action === 'drop') {
    response.socket?.destroy();
    return;
  }

  const body = typeof message.body === 'string' ? Buffer.from(message.body) : message.body;
  const isCut = message.action === 'cut';
  const isFramed = message.headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  const length = isCut ? body.length + missingBytes : body.length;
  const framing = isFramed || length === 0 ? [] : ['Content-Length', String(length)];
  writeHead(response, message, [...message.headers.flat(), ...framing]);
  if (!isCut) {
    response.end(body);
    return;
  }
  response.write(body, () => response.socket?.destroy());
}

/** Writes the status line and headers without those that Node adds. */
export function writeHead(
  response: ServerResponse,
  { status, statusText }: Pick<HttpResponse, 'status' | 'statusText'>,
  flatHeaders: readonly string[],
): void {
  for (const name of ['date', 'connection', 'content-length', 'transfer-encoding']) response.removeHeader(name);
  if (statusText === undefined) response.writeHead(status, [...flatHeaders]);
  else response.writeHead(status, statusText, [...flatHeaders]);
}

/** Resolves after `ms`, or at once when the client disconnects. */
export function pause(response: ServerResponse, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    response.once('close', done);
    function done() {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    }
  });
}

/** How many bytes of its Content-Length a truncated body lacks. */
const missingBytes = 1024;
