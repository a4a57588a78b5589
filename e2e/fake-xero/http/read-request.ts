// Reads requests and bodies from the wire.

import type { IncomingMessage } from 'node:http';
import { type HttpRequest, pairs } from './http-messages.ts';

/** The whole request. Rejects when the client disconnects before its end. */
export async function readRequest(request: IncomingMessage): Promise<HttpRequest> {
  const body = (await readAll(request)).toString();
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: pairs(request.rawHeaders), body };
}

/** The whole body. Rejects when it ends early. */
export async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
