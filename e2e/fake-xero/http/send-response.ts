// Puts an answer on the wire exactly as it is written down.

import type { ServerResponse } from 'node:http';
import type { Answer } from './http-response.ts';

/** Adds nothing but a Content-Length, and that only where there is a body and no header frames it. */
export async function reply(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delayMs) await pause(response, answer.delayMs);
  if (response.destroyed || answer.action === 'hang') return;
  if (answer.action === 'drop') {
    response.socket?.destroy();
    return;
  }

  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const isCut = answer.action === 'cut';
  const isFramed = answer.headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  const length = isCut ? body.length + missingBytes : body.length;
  const framing = isFramed || length === 0 ? [] : ['Content-Length', String(length)];
  writeHead(response, answer, [...answer.headers.flat(), ...framing]);
  if (!isCut) {
    response.end(body);
    return;
  }
  response.write(body, () => response.socket?.destroy());
}

/** Writes status line and headers, and keeps Node from adding its own. */
export function writeHead(
  response: ServerResponse,
  { status, statusText }: Pick<Answer, 'status' | 'statusText'>,
  flatHeaders: readonly string[],
): void {
  for (const name of ['date', 'connection', 'content-length', 'transfer-encoding']) response.removeHeader(name);
  if (statusText === undefined) response.writeHead(status, [...flatHeaders]);
  else response.writeHead(status, statusText, [...flatHeaders]);
}

/** Ends after `ms`, or at once when the client goes away. */
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

/** How much more a cut body declares than it sends. */
const missingBytes = 1024;
