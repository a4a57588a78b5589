// Sends a request with any headers, as a page of the same origin does, and reads its response.

import { request as httpRequest } from 'node:http';
import { fromPage } from './panel-client.ts';

interface Received {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** Supports headers that `fetch` doesn't send, and several with the same name. */
export function sendRequest(
  url: URL,
  headers: Record<string, string | string[]> = {},
  method = 'GET',
): Promise<Received> {
  return new Promise((done, fail) => {
    const request = httpRequest(url, { method, headers: { ...fromPage, ...headers } }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      done({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    request.on('error', fail).end();
  });
}
