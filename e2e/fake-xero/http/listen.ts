// Opens a server on the loopback interface and closes it with all its connections.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves with the port: `port`, or any free one if that is 0. */
export function listen(server: Server, port: number): Promise<number> {
  // Idle connections stay open: a server that closes one just as it is reused looks like a broken network.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
