// A plain HTTP proxy before https://api.xero.com that writes down what goes over the wire in both directions.

import { createServer, type IncomingMessage } from 'node:http';
import { request as startRequest } from 'node:https';
import { guarded } from '../http/catch-errors.ts';
import { type Header, pairs } from '../http/http-response.ts';
import { readAll, readQuestion } from '../http/incoming.ts';
import { closeServer, listen } from '../http/listen.ts';
import { writeHead } from '../http/send-response.ts';
import type { Upstream } from '../server/proxy.ts';

export interface Recording {
  readonly method: string;
  /** At api.xero.com. */
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
  /** What stands for https://api.xero.com; without a slash at its end. */
  readonly origin: string;
  readonly recordings: readonly Recording[];
  readonly close: () => Promise<void>;
}

export async function startRecorder(upstream: Upstream): Promise<Recorder> {
  const recordings: Recording[] = [];
  const server = createServer(
    guarded(async (request, response) => {
      const startedMs = Date.now();
      const { method, path, headers, body } = await readQuestion(request);
      const asSent = headers.map(([name, value]): Header => [name, name.toLowerCase() === 'host' ? host : value]);
      const answer = await send(upstream, method, path, asSent, body);
      const content = await readAll(answer);
      writeHead(response, { status: answer.statusCode ?? 0 }, answer.rawHeaders);
      response.end(content);
      recordings.push({
        method,
        url: `https://${host}${path}`,
        requestHeaders: asSent,
        requestBody: body,
        status: answer.statusCode ?? 0,
        responseHeaders: pairs(answer.rawHeaders),
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
