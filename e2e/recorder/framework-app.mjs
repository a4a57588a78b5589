// The same app in several frameworks: node framework-app.mjs <framework>.
// POST /app/<name> sends requests with that name to Xero before it responds.
// XERO_API is the base URL of the API.

import http from 'node:http';
import http2 from 'node:http2';
import { setImmediate as pause } from 'node:timers/promises';

const [framework] = process.argv.slice(2);
const { XERO_API } = process.env;

/** Requests with `fetch` and with `http`, after other asynchronous work. */
async function work(name) {
  await pause();
  const response = await fetch(`${XERO_API}/Projects?name=${name}`);
  await response.text();
  await new Promise((done, fail) => {
    http.get(`${XERO_API}/Projects?name=${name}&by=http`, (each) => each.resume().on('end', done)).on('error', fail);
  });
  return { name, status: response.status };
}

/** Requests wait for a single connection, so they are sent in the contexts of others. */
async function workOnOneConnection(name) {
  const { Agent, request } = await import('undici');
  dispatcher ??= new Agent({ connections: 1 });
  const { statusCode, body } = await request(`${XERO_API}/Projects?name=${name}`, { dispatcher });
  await body.dump();
  await new Promise((done) => {
    http.get(`${XERO_API}/Projects?name=${name}&by=http`, { agent: oneSocket }, (each) =>
      each.resume().on('end', done),
    );
  });
  return { name, status: statusCode };
}
let dispatcher;
const oneSocket = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** Reads the body with events, as apps without a framework do: the context is easily lost in them. */
function handleByEvents(request, response, handle = work) {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    handle(JSON.parse(body).name).then((result) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(result));
    });
  });
}

const servers = {
  http: () => http.createServer((request, response) => handleByEvents(request, response)),
  'http with one connection': () =>
    http.createServer((request, response) => handleByEvents(request, response, workOnOneConnection)),
  'http2 compatibility': () => http2.createServer((request, response) => handleByEvents(request, response)),
  async express() {
    const { default: express } = await import('express');
    const app = express();
    app.use(express.json());
    app.post('/app/:name', async (request, response) => response.json(await work(request.body.name)));
    return http.createServer(app);
  },
  async fastify() {
    const { default: fastify } = await import('fastify');
    const app = fastify();
    app.post('/app/:name', (request) => work(request.body.name));
    await app.ready();
    return app.server;
  },
  async koa() {
    const { default: Koa } = await import('koa');
    const app = new Koa();
    app.use(async (context) => {
      let body = '';
      for await (const part of context.req) body += part;
      context.body = await work(JSON.parse(body).name);
    });
    return http.createServer(app.callback());
  },
};

const server = await servers[framework]();
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
