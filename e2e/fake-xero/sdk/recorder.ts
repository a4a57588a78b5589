// An HTTP proxy in front of https://api.xero.com that records requests and responses.

import { createServer, type IncomingMessage } from 'node:http';
import { request as startRequest } from 'node:https';
import { guarded } from '../http/catch-errors.ts';
import { type Header, pairs } from '../http/http-messages.ts';
import { closeServer, listen } from '../http/listen.ts';
import { readAll, readRequest } from '../http/read-request.ts';
import { writeHead } from '../http/send-response.ts';
import type { Upstream } from '../server/proxy.ts';

export interface Recording {
  readonly method: string;
  /** With the origin api.xero.com. */
  readonly url: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: readonly Header[];
  readonly responseBody: string;
  /** ms since the epoch. */
  readonly startedMs: number;
  readonly durationMs: number;
}

export interface Recorder {
  /** The origin to use instead of https://api.xero.com, without a trailing slash. */
  readonly origin: string;
  readonly recordings: readonly Recording[];
  readonly close: () => Promise<void>;
}

export async function startRecorder(upstream: Upstream): Promise<Recorder> {
  const recordings: Recording[] = [];
  const server = createServer(
    guarded(async (request, response) => {
      const startedMs = Date.now();
      const { method, path, headers, body } = await readRequest(request);
      const asSent = headers.map(([name, value]): Header => [name, name.toLowerCase() === 'host' ? host : value]);
      const incoming = await send(upstream, method, path, asSent, body);
      const content = await readAll(incoming);
      writeHead(response, { status: incoming.statusCode ?? 0 }, incoming.rawHeaders);
      response.end(content);
      recordings.push({
        method,
        url: `https://${host}${path}`,
        requestHeaders: asSent,
        requestBody: body,
        status: incoming.statusCode ?? 0,
        responseHeaders: pairs(incoming.rawHeaders),
        responseBody: content.toString(),
        startedMs,
        durationMs: Date.now() - startedMs,
      });
    }),
  );
  const port = await listen(server, 0);
  return { origin: `http://127.0.0.1:${port}`, recordings, close: () => closeServer(server) };
}

const host = 'api.xero.com';

function send(
  { httpsPort, certificate }: Upstream,
  method: string,
  path: string,
  headers: readonly Header[],
  body: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const address = { host: '127.0.0.1', port: httpsPort, servername: host, ca: certificate };
    const request = startRequest({ ...address, method, path, headers: headers.flat(), agent: false }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}
