// Keeps a server running when the handler of a request throws.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Logs errors, unless the client disconnected. */
export function guarded(
  listen: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
): RequestListener {
  return async (request, response) => {
    try {
      await listen(request, response);
    } catch (error) {
      if (!request.destroyed) console.error(error);
      response.destroy();
    }
  };
}
