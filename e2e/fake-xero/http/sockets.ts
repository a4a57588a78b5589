// Tracks a server's connections, so that idle ones can be closed.

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Returns a function that closes the connections that no request is using. Browsers silently repeat a request when a reused connection
 * breaks, so a connection that is going to be dropped must be new. (Firefox repeats a GET even then, unless its preference
 * `network.http.request.max-attempts` is 1.)
 */
export function trackSockets(server: Server, event: 'connection' | 'secureConnection'): () => void {
  const running = new Map<Socket, number>();
  server.on(event, (socket: Socket) => {
    running.set(socket, 0);
    socket.on('close', () => running.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    response.on('close', () => {
      if (running.has(socket)) running.set(socket, (running.get(socket) ?? 1) - 1);
    });
  });
  return () => {
    for (const [socket, requests] of running) if (requests === 0) socket.destroy();
  };
}
