// A CONNECT proxy that sends https://api.xero.com to the local server and rejects everything else.

import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { closeServer, listen } from './listen.ts';

export interface ConnectProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export async function startConnectProxy(httpsPort: number): Promise<ConnectProxy> {
  const tunnels = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connect', (request, client: Socket, head) => {
    client.on('error', () => client.destroy());
    if (request.url?.toLowerCase() !== 'api.xero.com:443') {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      tunnels.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        tunnels.delete(socket);
        other.destroy();
      });
    }
  });

  const port = await listen(server, 0);
  const close = () => {
    for (const socket of tunnels) socket.destroy();
    return closeServer(server);
  };
  return { port, close };
}
