// A server that records the bytes that clients send, and writes its responses byte by byte.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';

export interface RawServer {
  /** With the path of the Projects API, without a slash at the end. */
  readonly url: string;
  /** The bytes of each connection since the last call. Sorted, because connections may be accepted in any order. */
  readonly take: () => string[];
  readonly close: () => Promise<void>;
}

/** `tls`: key and certificate, for HTTPS. */
export async function startRawServer(tls?: { key: string; cert: string }): Promise<RawServer> {
  let connections: { bytes: string }[] = [];
  const open = new Set<Socket>();
  const onConnection = (socket: Socket) => {
    const connection = { bytes: '' };
    connections.push(connection);
    open.add(socket);
    let unread = '';
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    socket.on('data', (part: string) => {
      connection.bytes += part;
      unread += part;
      for (let end = endOfRequest(unread); end !== -1; end = endOfRequest(unread)) {
        const request = unread.slice(0, end);
        unread = unread.slice(end);
        respond(request, socket);
      }
    });
  };
  const server: Server = tls ? createTlsServer(tls, onConnection) : createServer(onConnection);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/projects.xro/2.0`,
    take() {
      const taken = connections.map(({ bytes }) => bytes);
      connections = [];
      for (const socket of open) socket.destroy();
      return taken.sort();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}

/** -1 if the request is incomplete. */
function endOfRequest(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return -1;
  const start = head + 4;
  const headers = text.slice(0, start);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(headers) ?? [];
  if (length !== undefined) return text.length < start + Number(length) ? -1 : start + Number(length);
  if (!/\r\ntransfer-encoding: chunked/i.test(headers)) return start;
  const end = text.indexOf('\r\n0\r\n\r\n', start - 2);
  return end === -1 ? -1 : end + 7;
}

const json = '{"projectId":"1","name":"Ångström"}';
const bytes = Buffer.from(json);
const head = (status: string, ...headers: string[]) => `HTTP/1.1 ${[status, ...headers].join('\r\n')}\r\n\r\n`;
const ok = (body: Buffer, ...headers: string[]) =>
  Buffer.concat([Buffer.from(head('200 OK', `Content-Length: ${body.length}`, ...headers)), body]);
const isJson = 'Content-Type: application/json';

/** Responses by the last segment of the path. `HEAD` and unknown paths get a 204. */
const responses: Record<string, (socket: Socket) => void> = {
  json: (socket) => socket.write(ok(bytes, isJson, 'X-Twice: a', 'X-Twice: b')),
  gzip: (socket) => socket.write(ok(gzipSync(bytes), isJson, 'Content-Encoding: gzip')),
  chunked(socket) {
    socket.write(head('200 OK', isJson, 'Transfer-Encoding: chunked'));
    const parts = [bytes.subarray(0, 5), bytes.subarray(5, 25), bytes.subarray(25)];
    const next = () => {
      const part = parts.shift();
      if (part === undefined) return socket.write('0\r\nX-Trailer: end\r\n\r\n');
      socket.write(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]));
      return setImmediate(next);
    };
    next();
  },
  hints: (socket) => {
    socket.write(head('103 Early Hints', 'Link: </a.css>; rel=preload'));
    socket.write(ok(bytes, isJson));
  },
  redirect: (socket) => socket.write(head('302 Found', 'Location: json', 'Content-Length: 0')),
  invalid: (socket) => {
    const body = '{"title":"Bad Request"}';
    socket.write(`${head('400 Bad Request', isJson, `Content-Length: ${body.length}`)}${body}`);
  },
  large: (socket) => socket.write(ok(Buffer.alloc(3_000_000, 'x'), 'Content-Type: text/plain')),
  half: (socket) => socket.write(`${head('200 OK', isJson, 'Content-Length: 100')}{"half":`),
  cut: (socket) => socket.end(`${head('200 OK', isJson, 'Content-Length: 100')}{"cut":`),
  silent: () => {},
  reset: (socket) => (socket instanceof TLSSocket ? socket.destroy() : socket.resetAndDestroy()),
  malformed: (socket) => socket.end('HTTP/1.1 two hundred\r\n\r\n'),
};

function respond(request: string, socket: Socket): void {
  const [method = '', path = ''] = request.split(' ');
  const name = path.split('?')[0]?.split('/').at(-1) ?? '';
  const write = method === 'HEAD' ? undefined : responses[name];
  if (write === undefined) socket.write(head('204 No Content', 'X-Method: ok'));
  else write(socket);
}
