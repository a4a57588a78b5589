// Keeps a Node server's calls to Xero Projects in the file xero.har, without their tokens: node --import ./record-xero.mjs app.js
// It sees `fetch`, and axios, through which xero-node calls. For use while you develop.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const isXero = (url) => /projects\.xro\/|xero\.com\/connections/i.test(url);
const isSecret = (name) => /^(authorization|cookie|set-cookie)$/i.test(name);
const textOf = (body) => (typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
const headersOf = (headers) =>
  [...new Headers(headers)].map(([name, value]) => ({ name, value: isSecret(name) ? '[not kept]' : value }));

const entries = [];

function keep(startedMs, { method, url, headers, body }, answer) {
  const { status = 0, statusText = '' } = answer;
  entries.push({
    startedDateTime: new Date(startedMs).toISOString(),
    time: Date.now() - startedMs,
    request: { method, url, headers: headersOf(headers), postData: { text: textOf(body) } },
    response: {
      ...{ status, statusText, headers: headersOf(answer.headers), content: { text: textOf(answer.body) } },
      ...(answer.error ? { _error: String(answer.error) } : {}),
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
  const asked = { method, url, headers, body: await request.clone().text() };
  const startedMs = Date.now();
  try {
    const response = await send(request);
    const { status, statusText } = response;
    const body = await response.clone().text();
    keep(startedMs, asked, { status, statusText, headers: response.headers, body });
    return response;
  } catch (error) {
    keep(startedMs, asked, { error: error.cause ?? error });
    throw error;
  }
};

const recorded = new WeakSet();

/** With the instances that are made of it. */
function recordAxios(axios) {
  if (recorded.has(axios)) return;
  recorded.add(axios);
  const { create } = axios;
  axios.create = (...args) => {
    const made = create(...args);
    recordAxios(made);
    return made;
  };
  const keepCall = (config, { status, statusText, headers, data, error }) => {
    const { method = 'get', startedMs } = config;
    const url = axios.getUri(config);
    const asked = { method, url, headers: config.headers, body: config.data };
    if (isXero(url)) keep(startedMs, asked, { status, statusText, headers, body: data, error });
  };
  axios.interceptors.request.use((config) => Object.assign(config, { startedMs: Date.now() }));
  axios.interceptors.response.use(
    (response) => {
      keepCall(response.config, response);
      return response;
    },
    (error) => {
      if (error.config) keepCall(error.config, error.response ?? { error: error.code ?? error });
      throw error;
    },
  );
}

// CommonJS and ES modules have an axios each. Without axios there is nothing of it to see.
const found = await Promise.allSettled([import('axios'), (async () => createRequire(import.meta.url)('axios'))()]);
for (const { value } of found) if (value) recordAxios(value.default ?? value);
