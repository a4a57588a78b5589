// Records a Node server's requests to Xero Projects in xero.har, with tokens redacted: node --import ./record-xero.mjs app.js
// Covers `fetch` and axios, which xero-node uses. For development only. Nothing that fails here reaches the app.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILE = 'xero.har';
const isXero = (url) => /projects\.xro\/|xero\.com\/connections/i.test(url);
const isSecret = (name) => /^(authorization|cookie|set-cookie)$/i.test(name);
const headersOf = (headers) =>
  [...new Headers(headers)].map(([name, value]) => ({ name, value: isSecret(name) ? '[redacted]' : value }));

console.error(`Recording Xero requests in ${FILE}`);

let hasFailed = false;
/** Says once what failed. */
function report(error) {
  if (!hasFailed) console.error(`record-xero.mjs: ${error.message}. Requests may be missing in ${FILE}.`);
  hasFailed = true;
}

/** A stream belongs to the app, so its content stays unknown. */
function textOf(body) {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  if (typeof body.pipe === 'function' || typeof body.getReader === 'function') return '';
  return JSON.stringify(body) ?? '';
}

const entries = [];

function record(startedMs, { method = 'GET', url, headers, body }, response) {
  const { status = 0, statusText = '', error } = response;
  try {
    entries.push({
      startedDateTime: new Date(startedMs).toISOString(),
      time: Date.now() - startedMs,
      request: { method: method.toUpperCase(), url, headers: headersOf(headers), postData: { text: textOf(body) } },
      response: {
        ...{ status, statusText, headers: headersOf(response.headers), content: { text: textOf(response.body) } },
        ...(error ? { _error: String(error) } : {}),
      },
    });
    const log = { version: '1.2', creator: { name: 'record-xero', version: '1' }, entries };
    writeFileSync(FILE, JSON.stringify({ log }, null, 2));
  } catch (failure) {
    report(failure);
  }
}

const send = globalThis.fetch;
globalThis.fetch = (...args) => {
  const [input, init] = args;
  const url = String(input?.url ?? input);
  if (!isXero(url)) return send(...args);
  const startedMs = Date.now();
  // Before sending it, which uses up its body.
  const body = sentBody(input, init);
  const response = send(...args);
  // Before the app reads it, which gets its response at once.
  const copy = response.then(
    (each) => each.clone(),
    (error) => ({ error: error.cause ?? error }),
  );
  const request = { method: init?.method ?? input?.method, url, headers: init?.headers ?? input?.headers };
  recordFetch(startedMs, request, body, copy).catch(report);
  return response;
};

async function sentBody(input, init) {
  if (init?.body !== undefined && init.body !== null) return textOf(init.body);
  return input instanceof Request && input.body !== null ? input.clone().text() : '';
}

async function recordFetch(startedMs, request, body, copy) {
  const response = await copy;
  const text = response.error ? '' : await response.text().catch((error) => ({ error }));
  const { status, statusText, headers } = response;
  const error = response.error ?? text.error;
  record(startedMs, { ...request, body: await body }, { status, statusText, headers, body: error ? '' : text, error });
}

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
    try {
      const { method, startedMs } = config;
      const url = axios.getUri(config);
      const request = { method, url, headers: config.headers, body: config.data };
      if (isXero(url)) record(startedMs, request, { status, statusText, headers, body: data, error });
    } catch (failure) {
      report(failure);
    }
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
