// Sends a request with any headers and reads its response.

import { request as httpRequest } from 'node:http';

interface Received {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** Supports headers that `fetch` doesn't send. */
export function sendRequest(url: URL, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> {
  return new Promise((done, fail) => {
    const request = httpRequest(url, { method, headers }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      done({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    request.on('error', fail).end();
  });
}
