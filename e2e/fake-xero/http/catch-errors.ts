// Keeps a server running whatever one of its requests comes to.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** A client that goes away in the middle is no fault; anything else must be seen. */
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
