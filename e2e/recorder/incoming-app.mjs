// Responds in every way that Node offers, each after a request to Xero: XERO_API=… node incoming-app.mjs

import http from 'node:http';

const { XERO_API } = process.env;

const handlers = {
  end: (_, response) => response.end('body'),
  empty: (_, response) => response.end(),
  set(_, response) {
    response.setHeader('X-Own', ['a', 'b']);
    response.setHeader('content-TYPE', 'text/plain');
    response.end('body');
  },
  object: (_, response) => response.writeHead(201, { 'X-Own': 'a', 'Set-Cookie': ['a=1', 'b=2'] }).end('body'),
  message: (_, response) => response.writeHead(400, 'Very Bad', { 'Content-Length': 4 }).end('body'),
  messageAlone: (_, response) => response.writeHead(400, 'Very Bad').end('body'),
  list: (_, response) => response.writeHead(200, ['X-Own', 'a', 'X-OWN', 'b', 'Content-Length', '4']).end('body'),
  pairs: (_, response) =>
    response
      .writeHead(200, [
        ['X-Own', 'a'],
        ['X-Own', 'b'],
      ])
      .end('body'),
  both(_, response) {
    response.setHeader('X-Own', 'a');
    response.setHeader('X-Other', 'b');
    response.writeHead(200, { 'x-own': 'c' }).end('body');
  },
  bothList(_, response) {
    response.setHeader('X-Own', 'a');
    response.writeHead(200, ['X-Own', 'c', 'X-Own', 'd']).end('body');
  },
  flush(_, response) {
    response.flushHeaders();
    response.end('body');
  },
  stream(_, response) {
    response.write('one ');
    setImmediate(() => response.end('two'));
  },
  trailers(_, response) {
    response.writeHead(200, { Trailer: 'X-Sum' });
    response.write('body');
    response.addTrailers({ 'X-Sum': '1' });
    response.end();
  },
  hints(_, response) {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' });
    response.end('body');
  },
  nothing: (_, response) => response.writeHead(304).end(),
  twice(_, response) {
    response.writeHead(200, { 'Content-Length': 3 });
    let code = 'non';
    try {
      // An error since Node 20.
      response.writeHead(500);
    } catch (error) {
      code = error.code.slice(-3);
    }
    response.end(code);
  },
  invalid(_, response) {
    try {
      response.writeHead(200, { 'X-Bad': 'a\nb' });
    } catch (error) {
      response.end(error.code);
    }
  },
  keys(request, response) {
    response.end(JSON.stringify([Object.keys(request).sort(), Object.keys(response).sort(), response.writableEnded]));
  },
  throws() {
    throw new Error('of the app');
  },
  destroy: (request) => request.socket.destroy(),
  echo(request, response) {
    request.pipe(response);
  },
};

const server = http.createServer(async (request, response) => {
  const name = request.url.split('/')[1];
  await fetch(`${XERO_API}/${name}`).then((each) => each.text());
  handlers[name](request, response);
});
server.on('upgrade', (_, socket) =>
  socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: own\r\n\r\nhello'),
);
server.on('connect', (_, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nhello'));
server.on('clientError', (error, socket) => socket.end(`HTTP/1.1 400 ${error.code}\r\n\r\n`));
process.on('unhandledRejection', (error) => console.log(error.message));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
