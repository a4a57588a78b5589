// A server that calls the Projects API while it handles requests of its page:
// XERO_API=http://127.0.0.1:8080/projects.xro/2.0 XERO_TOKEN=… node --import ./dist/recorder/index.mjs e2e/recorder/sample-app.mjs

import { createServer } from 'node:http';

const {
  XERO_API = 'https://api.xero.com/projects.xro/2.0',
  XERO_TOKEN = '',
  XERO_TENANT = '',
  PORT = '0',
} = process.env;
const headers = {
  Authorization: `Bearer ${XERO_TOKEN}`,
  'Xero-Tenant-Id': XERO_TENANT,
  Accept: 'application/json',
  'Content-Type': 'application/json',
};

const sendToXero = (method, path, body) =>
  fetch(XERO_API + path, { method, headers, body: body && JSON.stringify(body) }).then(async (response) => ({
    status: response.status,
    text: await response.text(),
  }));

const page = `<!doctype html><title>Timesheets</title>
<button onclick="send('GET', '/app/projects')">Projects</button>
<button onclick="send('POST', '/app/projects')">Project without a name</button>
<button onclick="send('POST', '/app/later')">Project, after the response</button>
<button onclick="send('GET', '/app/stream')">Projects, streamed</button>
<pre></pre>
<script>
  async function send(method, path) {
    const response = await fetch(path, { method });
    document.querySelector('pre').textContent = response.status + ' ' + await response.text();
  }
</script>`;

const routes = {
  'GET /': (_, response) => response.setHeader('Content-Type', 'text/html').end(page),
  'GET /app/projects': async (_, response) => {
    const { status, text } = await sendToXero('GET', '/Projects');
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  },
  'POST /app/projects': async (_, response) => {
    const { status, text } = await sendToXero('POST', '/Projects', { name: '' });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  },
  'POST /app/later': async (_, response) => {
    response.writeHead(202).end('Later');
    await sendToXero('POST', '/Projects', { name: '' });
  },
  'POST /close': (_, response) => {
    response.end('Closing');
    server.close();
  },
  'GET /app/stream': async (_, response) => {
    response.write('Projects:\n');
    response.end((await sendToXero('GET', '/Projects')).text);
  },
};

if (process.env.SET_NODE_ENV) process.env.NODE_ENV = process.env.SET_NODE_ENV;

const server = createServer((request, response) => {
  const handle = routes[`${request.method} ${request.url.split('?')[0]}`];
  if (handle === undefined) return response.writeHead(404).end();
  Promise.resolve(handle(request, response)).catch((error) => {
    if (!response.headersSent) response.writeHead(502);
    response.end(String(error.cause ?? error));
  });
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
