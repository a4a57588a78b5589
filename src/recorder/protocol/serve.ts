// Responds to the panel's requests for recorded entries.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AccessRules, decideAccess } from './access.ts';
import type { LongPolls } from './long-polls.ts';
import type { RecorderQuery } from './query.ts';
import type { RecorderResponse } from './recorder-response.ts';

export interface ServeOptions {
  readonly rules: AccessRules;
  readonly polls: LongPolls;
  readonly createRecorderResponse: (query: RecorderQuery) => RecorderResponse;
  /** Called when the panel has received every entry up to the sequence number `next`. */
  readonly onRead: (next: number) => void;
  /** Whether the server has stopped listening and only waits for its last response to end. */
  readonly isClosing: () => boolean;
}

export function serve(request: IncomingMessage, response: ServerResponse, options: ServeOptions): void {
  const { rules, polls, createRecorderResponse, onRead, isClosing } = options;
  const { method = '', url = '', headers, socket, httpVersionMajor } = request;
  const access = decideAccess({ method, url, peer: socket.remoteAddress, headers }, rules);
  // Discards the request's body.
  request.resume();
  const send = (body: string) => {
    // A closing server would wait for a keep-alive connection. HTTP/2 has no such header.
    const close = isClosing() && httpVersionMajor === 1 ? { Connection: 'close' } : {};
    response.writeHead(access.status, { ...fixedHeaders, ...corsHeaders(access.allowOrigin, headers), ...close });
    response.end(body);
  };
  if (access.status !== 200) {
    send(access.status === 204 ? '' : JSON.stringify({ error: access.error }));
    return;
  }
  const { query } = access;
  const removePoll = polls.add({
    ...query,
    isClosing,
    respond() {
      if (response.destroyed) return;
      const { body, next } = createRecorderResponse(query);
      if (next !== undefined) onRead(next);
      send(body);
    },
  });
  response.once('close', removePoll);
}

const fixedHeaders = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

function corsHeaders(allowOrigin: string | undefined, headers: IncomingMessage['headers']): Record<string, string> {
  if (allowOrigin === undefined) return {};
  const isPrivateNetwork = headers['access-control-request-private-network'] === 'true';
  return {
    'Access-Control-Allow-Origin': allowOrigin,
    Vary: 'Origin',
    ...(isPrivateNetwork && { 'Access-Control-Allow-Private-Network': 'true' }),
  };
}
