// Sends the requests of one HTTP client and prints what the app got: node traffic-client.mjs <client> <url>

import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';

const [client, root] = process.argv.slice(2);
// The test's certificate is self-signed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');

const body = JSON.stringify({ contactId: '1', name: 'Büro' });
const headers = { Authorization: 'Bearer secret', 'Content-Type': 'application/json', 'X-Own': 'a' };
async function* pieces() {
  for (const piece of ['{"name":', '"Büro', '"}']) yield Buffer.from(piece);
}
const namesOf = (error) => [error.name, error.code, error.cause?.code, error.message];
const range = (count) => Array.from({ length: count }, (_, i) => i);

/** For the `fetch` of any package. */
function fetchScenarios(send, options = {}) {
  const describe = async (response) => [
    ...[response.status, response.statusText, response.redirected, [...response.headers]],
    await response.text(),
  ];
  const get = async (path, init) => describe(await send(`${root}/${path}`, { headers, ...options, ...init }));
  return {
    get: () => get('json?page=1'),
    invalid: () => get('invalid'),
    post: () => get('json', { method: 'POST', body }),
    put: () => get('none', { method: 'PUT', body: Buffer.from(body) }),
    head: () => get('json', { method: 'HEAD' }),
    delete: () => get('none', { method: 'DELETE' }),
    form: () => get('json', { method: 'POST', body: new URLSearchParams({ a: 'b' }), headers: {} }),
    gzip: () => get('gzip'),
    chunked: () => get('chunked'),
    hints: () => get('hints'),
    redirect: () => get('redirect'),
    large: async () => (await get('large')).at(-1).length,
    keepAlive: async () => [await get('json'), await get('chunked'), await get('none')],
    cut: () => get('cut'),
    reset: () => get('reset'),
    malformed: () => get('malformed'),
    timeout: () => get('silent', { signal: AbortSignal.timeout(200) }),
    async abort() {
      const controller = new AbortController();
      const response = await send(`${root}/half`, { headers, ...options, signal: controller.signal });
      setImmediate(() => controller.abort());
      return describe(response);
    },
    refused: () => send('http://127.0.0.1:1/projects.xro/2.0/Projects', options),
    invalidHeader: () => get('json', { headers: { 'X-Bad': 'a\nb' } }),
    parallel: () => Promise.all(range(5).map((i) => get(`json?${i}`))),
  };
}

const webStreams = (send, options) => {
  const stream = () => Readable.toWeb(Readable.from(pieces()));
  return {
    async stream() {
      const init = { method: 'POST', headers, body: stream(), duplex: 'half', ...options };
      return (await send(`${root}/json`, init)).json();
    },
    async reader() {
      const response = await send(`${root}/chunked`, { headers, ...options });
      const parts = [];
      for await (const part of response.body) parts.push(Buffer.from(part));
      return Buffer.concat(parts).toString();
    },
    async cancel() {
      const response = await send(`${root}/half`, { headers, ...options });
      const reader = response.body.getReader();
      const { value } = await reader.read();
      await reader.cancel();
      return Buffer.from(value).toString();
    },
    async clone() {
      const response = await send(`${root}/json`, { headers, ...options });
      const copy = response.clone();
      return [await copy.json(), await response.json()];
    },
    request: async () => (await send(new Request(`${root}/json`, { method: 'POST', body, headers }))).json(),
  };
};

function httpScenarios({ request: open, Agent }) {
  const send = (path, options, write = (request) => request.end()) =>
    new Promise((done) => {
      const events = [];
      const request = open(`${root}/${path}`, { headers, ...options });
      const finish = (result) => done([...result, events, Object.keys(request).includes('emit')]);
      for (const name of ['response', 'information', 'continue', 'timeout', 'abort', 'close']) {
        request.on(name, () => events.push(name));
      }
      request.on('error', (error) => finish(namesOf(error)));
      request.on('response', (response) => {
        const parts = [];
        const { statusCode, rawHeaders } = response;
        response.on('data', (part) => parts.push(part));
        response.on('aborted', () => events.push('aborted'));
        response.on('error', (error) => events.push(error.code));
        response.on('close', () => {
          const { rawTrailers, complete } = response;
          const keys = Object.keys(response).sort();
          finish([statusCode, rawHeaders, rawTrailers, complete, keys, Buffer.concat(parts).toString()]);
        });
      });
      write(request);
    });
  const post = { method: 'POST' };
  return {
    get: () => send('json'),
    post: () => send('json', post, (request) => request.end(body)),
    write: () =>
      send('json', post, (request) => {
        request.write('{"name":');
        request.write(Buffer.from('"Büro'), () => request.end('"}', 'utf8', () => {}));
      }),
    hex: () => send('json', post, (request) => request.end('7b7d', 'hex')),
    pipe: () => send('json', post, (request) => Readable.from(pieces()).pipe(request)),
    flush: () => send('json', post, (request) => request.flushHeaders() ?? setImmediate(() => request.end('{}'))),
    list: () => send('json', { headers: ['Host', 'a.example', 'X-Own', 'a', 'X-Own', 'b'] }),
    head: () => send('json', { method: 'HEAD' }),
    none: () => send('none', { method: 'PUT' }),
    chunked: () => send('chunked'),
    hints: () => send('hints'),
    gzip: () => send('gzip'),
    cut: () => send('cut'),
    reset: () => send('reset'),
    malformed: () => send('malformed'),
    timeout: () => send('silent', { timeout: 200 }, (request) => request.on('timeout', () => request.destroy()).end()),
    abort: () =>
      send('half', {}, (request) => request.on('response', () => setImmediate(() => request.destroy())).end()),
    signal: () => send('silent', { signal: AbortSignal.timeout(200) }),
    async agent() {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const all = await Promise.all(range(4).map((i) => send(`json?${i}`, { agent })));
      agent.destroy();
      return all;
    },
    /** Nothing listens to the response, so Node discards its body. */
    ignored: () =>
      new Promise((done) =>
        open(`${root}/json`, { headers })
          .on('close', () => done('closed'))
          .end(),
      ),
    async paused() {
      const response = await new Promise((done) => open(`${root}/large`, done).end());
      const parts = [];
      response.on('readable', () => {
        for (let part = response.read(10_000); part !== null; part = response.read(10_000)) parts.push(part.length);
      });
      await new Promise((done) => response.on('end', done));
      return parts.reduce((sum, length) => sum + length, 0);
    },
    /** Without a reader, no more is read from the network than fits into the buffers. */
    async backPressure() {
      const response = await new Promise((done) => open(`${root}/large`, done).end());
      while (!response.socket.isPaused()) await new Promise(setImmediate);
      const isHeld = response.readableLength < 1_000_000;
      response.destroy();
      return isHeld;
    },
    writeAfterEnd: () =>
      send('json', post, (request) => {
        request.end('{}');
        request.write('more');
      }),
    refused: () => send('x', { port: 1 }),
    wrongChunk: async () => send('json', post, (request) => request.write(1)),
  };
}

async function axiosScenarios() {
  const { default: axios } = await import('axios');
  const get = async (path, options) => {
    const { status, data, headers: got } = await axios({ url: `${root}/${path}`, headers, ...options });
    return [status, data, got];
  };
  return {
    get: () => get('json', { params: { page: 1 } }),
    post: () => get('json', { method: 'post', data: JSON.parse(body) }),
    invalid: () => get('invalid'),
    gzip: () => get('gzip'),
    redirect: () => get('redirect'),
    bytes: async () => (await get('json', { responseType: 'arraybuffer' }))[1].toString('hex'),
    async stream() {
      const { data } = await axios({ url: `${root}/chunked`, responseType: 'stream', headers });
      return Buffer.concat(await data.toArray()).toString();
    },
    upload: () => get('json', { method: 'post', data: Readable.from(pieces()) }),
    timeout: () => get('silent', { timeout: 200 }),
    abort: () => get('half', { signal: AbortSignal.timeout(200) }),
    cut: () => get('cut'),
    reset: () => get('reset'),
    created: async () => (await axios.create({ baseURL: root, headers }).get('/json')).data,
    fetch: () => get('json', { adapter: 'fetch' }),
  };
}

async function gotScenarios() {
  const { default: got } = await import('got');
  const send = (path, options) => got(`${root}/${path}`, { headers, retry: { limit: 0 }, ...options });
  const get = async (path, options) => {
    const { statusCode, headers: received, body: text } = await send(path, options);
    return [statusCode, received, text];
  };
  return {
    get: () => get('json'),
    post: () => get('json', { method: 'POST', body }),
    invalid: () => get('invalid'),
    gzip: () => get('gzip'),
    redirect: () => get('redirect'),
    timeout: () => get('silent', { timeout: { response: 200 } }),
    cut: () => get('cut'),
    retry: () =>
      get('reset', { retry: { limit: 1, calculateDelay: ({ computedValue }) => Math.min(computedValue, 1) } }),
    stream: async () => {
      const stream = got.stream(`${root}/chunked`, { headers });
      return Buffer.concat(await stream.toArray()).toString();
    },
  };
}

async function superagentScenarios() {
  const { default: superagent } = await import('superagent');
  const get = async (request) => {
    const { status, headers: received, body: parsed } = await request.set(headers);
    return [status, received, parsed];
  };
  return {
    get: () => get(superagent.get(`${root}/json`).query({ page: 1 })),
    post: () => get(superagent.post(`${root}/json`).send(body)),
    invalid: () => get(superagent.get(`${root}/invalid`)),
    gzip: () => get(superagent.get(`${root}/gzip`)),
    redirect: () => get(superagent.get(`${root}/redirect`)),
    timeout: () => get(superagent.get(`${root}/silent`).timeout(200)),
  };
}

async function undiciScenarios() {
  const undici = await import('undici');
  const dispatcher = new undici.Agent({ connections: 1, pipelining: 1 });
  const request = async (path, options) => {
    const {
      statusCode,
      headers: received,
      trailers,
      body: stream,
    } = await undici.request(`${root}/${path}`, {
      headers,
      ...options,
    });
    return [statusCode, received, await stream.text(), trailers];
  };
  const fetched = fetchScenarios(undici.fetch, { dispatcher });
  return {
    ...Object.fromEntries(Object.entries(fetched).map(([name, run]) => [`fetch ${name}`, run])),
    request: () => request('json'),
    post: () => request('json', { method: 'POST', body }),
    upload: () => request('json', { method: 'POST', body: Readable.from(pieces()) }),
    chunked: () => request('chunked'),
    cut: () => request('cut'),
    timeout: () => request('silent', { headersTimeout: 200 }),
    async stream() {
      const parts = [];
      const { PassThrough } = await import('node:stream');
      await undici.stream(`${root}/chunked`, { method: 'GET', headers }, () =>
        new PassThrough().on('data', (part) => parts.push(part)),
      );
      return Buffer.concat(parts).toString();
    },
    queue: () => Promise.all(range(4).map((i) => request(`json?${i}`, { dispatcher }))),
  };
}

async function sdkScenarios() {
  const { ProjectApi } = await import('xero-node/dist/gen/api/projectApi.js');
  const sdk = new (ProjectApi ?? (await import('xero-node')).ProjectApi)(root);
  sdk.accessToken = 'secret';
  return {
    get: async () => (await sdk.getProject('tenant', 'json')).body,
    invalid: () => sdk.getProject('tenant', 'invalid'),
    patch: async () => (await sdk.patchProject('tenant', 'none', { status: 'CLOSED' })).response.status,
    create: async () => (await sdk.createProject('tenant', { contactId: '1', name: 'a' }, 'key')).response.status,
  };
}

const clients = {
  // `parallel` comes last because it opens several connections: which of them a later request would use is random.
  fetch: () => ({ ...webStreams(fetch), ...fetchScenarios(fetch) }),
  http: () => httpScenarios(http),
  https: () => httpScenarios(https),
  axios: axiosScenarios,
  got: gotScenarios,
  superagent: superagentScenarios,
  undici: undiciScenarios,
  'node-fetch': async () => fetchScenarios((await import('node-fetch')).default),
  'xero-node': sdkScenarios,
};

for (const [name, run] of Object.entries(await clients[client]())) {
  // Each scenario starts with a new connection.
  await fetch(`${root}/none`, { headers: { 'X-Scenario': name, Connection: 'close' } }).then((response) =>
    response.text(),
  );
  const result = await run().catch((error) => ['threw', ...namesOf(error)]);
  console.log(JSON.stringify([name, result]));
}
process.exit();
