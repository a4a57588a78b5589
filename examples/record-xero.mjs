// Records a Node server's requests to Xero Projects in xero.har, with tokens redacted: node --import ./record-xero.mjs app.js
// Covers `fetch` and axios, which xero-node uses. For development only.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const isXero = (url) => /projects\.xro\/|xero\.com\/connections/i.test(url);
const isSecret = (name) => /^(authorization|cookie|set-cookie)$/i.test(name);
const textOf = (body) => (typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
const headersOf = (headers) =>
  [...new Headers(headers)].map(([name, value]) => ({ name, value: isSecret(name) ? '[redacted]' : value }));

const entries = [];

function record(startedMs, { method, url, headers, body }, response) {
  const { status = 0, statusText = '' } = response;
  entries.push({
    startedDateTime: new Date(startedMs).toISOString(),
    time: Date.now() - startedMs,
    request: { method: method.toUpperCase(), url, headers: headersOf(headers), postData: { text: textOf(body) } },
    response: {
      ...{ status, statusText, headers: headersOf(response.headers), content: { text: textOf(response.body) } },
      ...(response.error ? { _error: String(response.error) } : {}),
    },
  });
  const log = { version: '1.2', creator: { name: 'record-xero', version: '1' }, entries };
  writeFileSync('xero.har', JSON.stringify({ log }, null, 2));
}

const send = globalThis.fetch;
globalThis.fetch = async (...args) => {
  if (!isXero(String(args[0]?.url ?? args[0]))) return send(...args);
  const request = new Request(...args);
  const { method, url, headers } = request;
  const recordedRequest = { method, url, headers, body: await request.clone().text() };
  const startedMs = Date.now();
  try {
    const response = await send(request);
    const { status, statusText } = response;
    const body = await response.clone().text();
    record(startedMs, recordedRequest, { status, statusText, headers: response.headers, body });
    return response;
  } catch (error) {
    record(startedMs, recordedRequest, { error: error.cause ?? error });
    throw error;
  }
};

const patched = new WeakSet();

/** Including instances created from it. */
function recordAxios(axios) {
  if (patched.has(axios)) return;
  patched.add(axios);
  const { create } = axios;
  axios.create = (...args) => {
    const instance = create(...args);
    recordAxios(instance);
    return instance;
  };
  const recordExchange = (config, { status, statusText, headers, data, error }) => {
    const { method = 'get', startedMs } = config;
    const url = axios.getUri(config);
    const request = { method, url, headers: config.headers, body: config.data };
    if (isXero(url)) record(startedMs, request, { status, statusText, headers, body: data, error });
  };
  axios.interceptors.request.use((config) => Object.assign(config, { startedMs: Date.now() }));
  axios.interceptors.response.use(
    (response) => {
      recordExchange(response.config, response);
      return response;
    },
    (error) => {
      if (error.config) recordExchange(error.config, error.response ?? { error: error.code ?? error });
      throw error;
    },
  );
}

// CommonJS and ES modules have separate axios instances. Both imports fail if axios isn't installed.
const modules = await Promise.allSettled([import('axios'), (async () => createRequire(import.meta.url)('axios'))()]);
for (const { value } of modules) if (value) recordAxios(value.default ?? value);
