// Who can read recorded entries, when, and what happens if the recorder fails: over the network, in separate processes.

import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientsElsewhere } from './clients-elsewhere.ts';
import { type RecorderBody, readEntries, recorderAddress } from './panel-client.ts';
import { type RawServer, startRawServer } from './raw-server.ts';
import { type AppOptions, type RunningApp, startApp } from './run-app.ts';
import { sendRequest } from './send-request.ts';

let xero: RawServer;
let app: RunningApp;
let address: URL;
const script = fileURLToPath(new URL('./sample-app.mjs', import.meta.url));
const start = (options: AppOptions = {}) =>
  startApp(script, { ...options, env: { XERO_API: xero.url, ...options.env } });

beforeAll(async () => {
  xero = await startRawServer();
  app = await start();
  address = recorderAddress(await fetch(new URL('/app/projects', app.url))) as URL;
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await xero?.close();
});

describe('over the network', () => {
  test('a response is JSON that must not be stored', async () => {
    const { status, headers, text } = await sendRequest(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('xero-inspector');
    expect((JSON.parse(text) as RecorderBody).log.entries).toHaveLength(1);
  });

  test('a page of another loopback origin may read it', async () => {
    const origin = 'http://localhost:5173';
    const headers = { Origin: origin, 'Sec-Fetch-Site': 'cross-site' };
    expect((await sendRequest(address, headers)).headers).toMatchObject({
      'access-control-allow-origin': origin,
      vary: 'Origin',
    });
    const preflight = { ...headers, 'Access-Control-Request-Private-Network': 'true' };
    const { status, headers: allowed } = await sendRequest(address, preflight, 'OPTIONS');
    expect(status).toBe(204);
    expect(allowed).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-private-network': 'true',
    });
  });

  test.each<[string, number, Record<string, string | string[]>, string?]>([
    ...clientsElsewhere.map<[string, number, Record<string, string | string[]>]>(([who, headers]) => [
      who,
      403,
      headers,
    ]),
    ['a name that a stranger’s DNS leads here', 403, { Host: 'evil.example' }],
    ['another site', 403, { Origin: 'https://evil.example' }],
    ['an image of another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['a form', 405, {}, 'POST'],
  ])('%s gets an error, and the app nothing', async (_, status, headers, method) => {
    const { status: received, text } = await sendRequest(address, headers, method);
    expect(received).toBe(status);
    expect(JSON.parse(text)).toEqual({ error: expect.any(String) });
  });

  test('a program, which sends no Sec-Fetch-Site, gets an error that says what to do', async () => {
    const response = await fetch(address);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Open the page at localhost');
  });

  test('a page under a name that the developer allowed needs no Sec-Fetch-Site', async () => {
    const named = await start({ env: { XERO_RECORDER_ALLOWED_HOSTS: 'app.test' } });
    try {
      const own = new URL('/app/projects', named.url);
      const forwarded = { 'X-Forwarded-For': '::1', 'X-Forwarded-Host': 'app.test:8080' };
      const { 'xero-inspector': header } = (await sendRequest(own, forwarded)).headers;
      const response = await fetch(new URL(String(header), own), { headers: forwarded });
      expect(response.status).toBe(200);
    } finally {
      await named.stop();
    }
  });

  test('the key of an earlier process is invalid', async () => {
    const other = await start();
    try {
      const { status, text } = await sendRequest(new URL(address.search, other.url));
      expect(status).toBe(404);
      expect(JSON.parse(text).error).toContain('another process');
      const own = recorderAddress(await fetch(new URL('/app/projects', other.url)));
      expect(await readEntries(own as URL)).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });
});

describe('a header', () => {
  test('is sent only while something is unread', async () => {
    const { search } = address;
    const { next, key } = (JSON.parse((await sendRequest(address)).text) as RecorderBody).log._xeroInspector;
    expect(search).toContain(key);
    const other = await fetch(app.url);
    expect(recorderAddress(other)).toBeUndefined();
    const caused = await fetch(new URL('/app/projects', app.url));
    const again = recorderAddress(caused) as URL;
    expect(again.search.startsWith(`?xero-inspector=${key}.${next}.`)).toBe(true);
    expect(recorderAddress(await fetch(app.url))?.search).toContain(`${key}.${next}.`);
    await readEntries(again);
  });

  test('is sent to this machine only, not to the clients of a tunnel', async () => {
    const own = new URL('/app/projects', app.url);
    for (const [who, headers] of clientsElsewhere) {
      expect((await sendRequest(own, headers)).headers, who).not.toHaveProperty('xero-inspector');
    }
    const here = { 'X-Forwarded-For': '::1', 'X-Forwarded-Host': 'localhost:5173', 'X-Forwarded-Proto': 'http' };
    expect((await sendRequest(own, here)).headers).toHaveProperty('xero-inspector');
  });

  test('announces a request’s own entries even if another browser has read them', async () => {
    // Its headers are sent after the request to Xero has ended and was read by a following client.
    const { next, key } = (JSON.parse((await sendRequest(address)).text) as RecorderBody).log._xeroInspector;
    const reader = sendRequest(new URL(`?xero-inspector=${key}.${next}&follow`, address));
    const response = await fetch(new URL('/app/projects', app.url));
    expect((await reader).text).toContain('/Projects');
    expect(recorderAddress(response)?.search).toContain(`${key}.${next}.`);
  });
});

describe('following', () => {
  test('waits for the next request, whatever causes it', async () => {
    const { next, key } = (JSON.parse((await sendRequest(address)).text) as RecorderBody).log._xeroInspector;
    const following = sendRequest(new URL(`?xero-inspector=${key}.${next}&follow`, address));
    await fetch(new URL('/app/projects', app.url), { method: 'POST' });
    const { log } = JSON.parse((await following).text) as RecorderBody;
    expect(log.entries.map(({ request }) => request.method)).toEqual(['POST']);
  });

  test('doesn’t keep a closing server open', async () => {
    const closing = await start();
    const own = recorderAddress(await fetch(new URL('/app/projects', closing.url))) as URL;
    const { next, key } = (JSON.parse((await sendRequest(own)).text) as RecorderBody).log._xeroInspector;
    // On one connection, so that the server receives the first before the second.
    const head = 'HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n';
    const received = await new Promise<string>((done, fail) => {
      let text = '';
      const socket = connect(Number(own.port), '127.0.0.1', () => {
        socket.write(`GET /?xero-inspector=${key}.${next}&follow ${head}\r\nPOST /close ${head}\r\n`);
      });
      socket.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      socket.on('error', fail).on('close', () => done(text));
    });
    expect(received).toContain('"entries":[]');
    expect(received).toContain('Connection: close');
    expect(await closing.ended).toBe(0);
  });
});

describe('in production', () => {
  test.each<[string, Record<string, string>]>([
    ['NODE_ENV from outside', { NODE_ENV: 'production' }],
    ['NODE_ENV that the app sets', { SET_NODE_ENV: 'production' }],
  ])('nothing is recorded or served: %s', async (_, env) => {
    const off = await start({ env });
    try {
      const response = await fetch(new URL('/app/projects', off.url));
      expect(recorderAddress(response)).toBeUndefined();
      // It reaches the app, which has no such page.
      const { status, text } = await sendRequest(new URL(`/none${address.search}`, off.url));
      expect({ status, text }).toEqual({ status: 404, text: '' });
    } finally {
      await off.stop();
    }
  });

  test('it prints that, and how to record anyway', async () => {
    const off = await start({ env: { NODE_ENV: 'production' } });
    expect(off.stderr()).toBe(
      'Not recording Xero requests: NODE_ENV is production. XERO_RECORDER=1 records them anyway.\n',
    );
    await off.stop();
    const on = await start({ env: { NODE_ENV: 'production', XERO_RECORDER: '1' } });
    expect(recorderAddress(await fetch(new URL('/app/projects', on.url)))).toBeDefined();
    await on.stop();
  });
});

test('a failure of the recorder never reaches the app, and is reported once', async () => {
  const code = `const { stringify } = JSON;
    JSON.stringify = (value, ...rest) => {
      if (value?.startedDateTime) throw new Error('broken store');
      return stringify(value, ...rest);
    };`;
  const sabotage = `data:text/javascript,${encodeURIComponent(code)}`;
  const broken = await start({ nodeOptions: ['--import', sabotage] });
  try {
    for (const method of ['GET', 'POST']) {
      const response = await fetch(new URL('/app/projects', broken.url), { method });
      expect(response.status).toBe(204);
    }
    const streamed = await fetch(new URL('/app/stream', broken.url));
    expect(await streamed.text()).toBe('Projects:\n');
    expect(await readEntries(recorderAddress(streamed) as URL)).toEqual([]);
    expect(broken.stderr().match(/broken store/g)).toHaveLength(1);
  } finally {
    await broken.stop();
  }
});
