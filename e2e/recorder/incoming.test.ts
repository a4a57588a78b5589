// What a browser receives from a server, byte by byte: the recorder adds one header, and nothing else.

import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RawServer, startRawServer } from './raw-server.ts';
import { type RunningApp, startApp } from './run-app.ts';

let xero: RawServer;
let plain: RunningApp;
let recorded: RunningApp;

beforeAll(async () => {
  xero = await startRawServer();
  const script = fileURLToPath(new URL('./incoming-app.mjs', import.meta.url));
  const env = { XERO_API: xero.url };
  [plain, recorded] = await Promise.all([startApp(script, { env, isRecorded: false }), startApp(script, { env })]);
}, 60_000);
afterAll(async () => {
  await Promise.all([plain?.stop(), recorded?.stop()]);
  await xero?.close();
});

/** Sends the bytes and returns everything that the server sends until it closes the connection, without the date. */
function exchange(app: RunningApp, request: string): Promise<string> {
  const { port } = new URL(app.url);
  return new Promise((done, fail) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      received += part;
    });
    socket.on('error', fail);
    socket.on('close', () => done(received.replace(/\r\nDate: [^\r]*/g, '\r\nDate: now')));
  });
}

const get = (name: string, ...headers: string[]) =>
  `GET /${name} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
const header = /\r\nXero-Inspector: \?xero-inspector=[\w-]{22}\.0\.\d+/g;

test.each([
  ...['end', 'empty', 'set', 'object', 'message', 'messageAlone', 'list', 'pairs', 'both', 'bothList', 'flush'],
  ...['stream', 'trailers', 'hints', 'nothing', 'twice', 'keys'],
])('%s', async (name) => {
  const expected = await exchange(plain, get(name));
  const received = await exchange(recorded, get(name));
  expect(received.match(header)).toHaveLength(1);
  expect(received.replace(header, '')).toBe(expected);
});

test.each<[string, string, number]>([
  ['several requests on one connection', `${get('end').replace('close', 'keep-alive')}${get('object')}`, 2],
  ['a head', get('end').replace('GET', 'HEAD'), 1],
  ['a body', `${get('echo', 'Content-Length: 4').replace('GET', 'POST')}body`, 1],
  [
    'a body after 100 Continue',
    `${get('echo', 'Expect: 100-continue', 'Content-Length: 4').replace('GET', 'POST')}body`,
    1,
  ],
  ['HTTP/1.0', 'GET /stream HTTP/1.0\r\n\r\n', 1],
  ['an upgrade', get('any', 'Upgrade: own').replace('close', 'Upgrade'), 0],
  ['CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n', 0],
  ['what isn’t HTTP', 'hello\r\n\r\n', 0],
  ['a connection that the app closes', get('destroy'), 0],
])('%s', async (_, request, headers) => {
  const expected = await exchange(plain, request);
  const received = await exchange(recorded, request);
  expect(received.match(header) ?? []).toHaveLength(headers);
  expect(received.replace(header, '')).toBe(expected);
});

test('an invalid header throws in the app as it does without the recorder', async () => {
  const expected = await exchange(plain, get('invalid'));
  expect(expected).toContain('ERR_INVALID_CHAR');
  expect((await exchange(recorded, get('invalid'))).replace(header, '')).toBe(expected);
});

test('an error that the app throws stays the app’s', async () => {
  for (const app of [plain, recorded]) {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(get('throws')));
    await expect.poll(() => app.stdout()).toContain('of the app');
    socket.destroy();
  }
  expect(recorded.stderr()).toBe('Recording Xero requests for the panel.\n');
});
