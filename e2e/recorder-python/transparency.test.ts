// The same traffic with the recorder for Python and without: what Xero receives, byte by byte, and what the app and the browser get.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPage, type RecordedEntry, readEntries, recorderAddress } from '../recorder/panel-client.ts';
import { type RawServer, startRawServer } from '../recorder/raw-server.ts';
import type { RunningApp } from '../recorder/run-app.ts';
import { hasPython, runPython, startPython } from './python.ts';

const folder = mkdtempSync(join(tmpdir(), 'recorder-python-traffic-'));
let xero: RawServer;

beforeAll(async () => {
  xero = await startRawServer();
});
afterAll(async () => {
  await xero.close();
  rmSync(folder, { recursive: true });
});

const interrupted = /^(?:ABORTED|ECONNRESET|ETIMEDOUT|IncompleteRead|RemoteProtocolError|ProtocolError)$/;

/** What is recorded of a request, by the last part of its path: status, body, error. */
const outcomes: Record<string, readonly [status: number, text: RegExp, error?: RegExp]> = {
  none: [204, /^$/],
  json: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  gzip: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  chunked: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  redirect: [302, /^$/],
  invalid: [400, /^\{"title":"Bad Request"\}$/],
  // http.client loses what it received before a timeout.
  half: [200, /^(?:\{"half":|\{"hal)?$/, interrupted],
  cut: [200, /^\{"cut":$/, interrupted],
  silent: [0, /^$/, interrupted],
  reset: [0, /^$/, /^(?:ECONNRESET|ReadError)$/],
  malformed: [0, /^$/, /^(?:BadStatusLine|RemoteProtocolError)$/],
  refused: [0, /^$/, /^ECONNREFUSED$/],
  large: [200, /^x{1048576}$/],
};

function expectRecorded({ request, response }: RecordedEntry): void {
  const { _error } = response as { _error?: string };
  const { headers, method, url, postData } = request;
  const name = `${method} ${url}`;
  const [status, text = /^$/, error] = outcomes[new URL(url).pathname.split('/').at(-1) ?? ''] ?? [];
  const sent = new Map(headers.map((each) => [each.name.toLowerCase(), each.value]));
  expect([name, sent.get('authorization') ?? 'Bearer [redacted]']).toEqual([name, 'Bearer [redacted]']);
  expect(postData?.text ?? '{}').toMatch(/^(?:\{\}|a=b|\{"(?:contactId|name)":.*\})$/);
  expect([name, response.status]).toEqual([name, method === 'HEAD' ? 204 : status]);
  expect([name, _error ?? '']).toEqual([name, expect.stringMatching(error ?? /^$/)]);
  const { content } = response;
  // The clients leave some responses unread.
  if (content.comment === undefined && method !== 'HEAD')
    expect([name, content.text]).toEqual([name, expect.stringMatching(text)]);
}

const clients = [
  ['requests', 'requests'],
  ['urllib3', 'urllib3'],
  ['http.client', 'http.client'],
  ['urllib', 'urllib.request'],
  ['httpx', 'httpx'],
  ['httpx.AsyncClient', 'httpx'],
] as const;

for (const [client, module] of clients) {
  test.skipIf(!hasPython(module))(`${client} sends and receives the same, if it is installed`, () =>
    compareTraffic(client),
  );
}

async function compareTraffic(client: string): Promise<void> {
  const file = join(folder, `${client}.json`);
  const run = async (isRecorded: boolean) => {
    const { stdout, stderr, code } = await runPython('traffic_client.py', [client, xero.url, file], { isRecorded });
    return { seen: stdout.trim().split('\n'), received: xero.take(), stderr, code };
  };
  const without = await run(false);
  const recorded = await run(true);
  expect(without.stderr).toBe('');
  expect(without.seen.length).toBeGreaterThan(3);
  expect(recorded.seen).toEqual(without.seen);
  expect(recorded.received).toEqual(without.received);
  // Nothing is under way any more.
  expect(recorded.stderr).toBe('Recording Xero requests for the panel.\n0\n');
  const entries: RecordedEntry[] = JSON.parse(readFileSync(file, 'utf8'));
  // One scenario of each client fails before it makes a request.
  expect(entries.length).toBeGreaterThanOrEqual(recorded.seen.length - 1);
  for (const entry of entries) expectRecorded(entry);
}

describe.skipIf(!hasPython('flask', 'requests'))('Flask, if it is installed', () => {
  let plain: RunningApp;
  let recorded: RunningApp;

  beforeAll(async () => {
    const env = { XERO_API: xero.url };
    [plain, recorded] = await Promise.all([
      startPython('flask_app.py', { env, isRecorded: false }),
      startPython('flask_app.py', { env }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([plain?.stop(), recorded?.stop()]);
  });

  test.each([
    ['a page', 'GET /', 0],
    ['a file', 'GET /app/file', 1],
    ['repeated headers', 'GET /app/headers', 0],
    ['a missing page', 'GET /none', 0],
    ['an error of the app', 'GET /app/broken', 0],
    ['a response after a request to Xero', 'GET /app/projects', 1],
    ['a streamed response', 'GET /app/stream', 1],
    ['a head', 'HEAD /app/projects', 1],
    ['a wrong method', 'POST /', 0],
  ])('sends the same bytes: %s', async (_, request, headers) => {
    const expected = await exchange(plain, request);
    const received = await exchange(recorded, request);
    expect(expected).toMatch(/^HTTP\/1\.1 /);
    expect(received.match(header) ?? []).toHaveLength(headers);
    expect(received.replace(header, '')).toBe(expected);
    await drain(received, recorded);
  });

  test('the stored start of a long body is sent in parts', async () => {
    const response = await fetch(new URL('/app/xero/large', recorded.url));
    const address = recorderAddress(response) as URL;
    const first = await (await fetch(address, { headers: fromPage })).text();
    expect(first.length).toBeLessThanOrEqual(512 * 1024);
    expect(JSON.parse(first).part).toMatchObject({ offset: 0, total: expect.any(Number) });
    const [entry] = await readEntries(address);
    expect(entry?.response.content).toMatchObject({ size: 3_000_000, _unreadChars: 3_000_000 - 1_048_576 });
    expect(entry?.response.content.text).toHaveLength(1_048_576);
  });

  test('a failing recorder changes nothing, and reports that once, without secrets', async () => {
    const broken = await startPython('flask_app.py', { env: { XERO_API: xero.url, BROKEN_RECORDER: '1' } });
    try {
      for (const request of [
        'GET /',
        'GET /app/projects',
        'GET /app/xero/json',
        'GET /app/stream',
        'GET /app/broken',
      ]) {
        expect(await exchange(broken, request)).toBe(await exchange(plain, request));
      }
      const [started, failure] = broken
        .stderr()
        .split('\n')
        .filter((line) => line.includes('ecord'));
      expect(started).toBe('Recording Xero requests for the panel.');
      expect(failure).toMatch(
        /^xero_recorder: TypeError at xero_recorder\.py:\d+\. Xero requests may be missing in the panel\.$/,
      );
      expect(broken.stderr().match(/xero_recorder: /g)).toHaveLength(1);
    } finally {
      await broken.stop();
    }
  });
});

const header = /\r\nXero-Inspector: \?xero-inspector=[\w-]{22}\.\d+\.\d+/g;

/** Reads what the header announces, so that the next response has no header. */
async function drain(received: string, { url }: RunningApp): Promise<void> {
  const [, query] = /Xero-Inspector: (\S+)/.exec(received) ?? [];
  if (query !== undefined) await (await fetch(new URL(query, url), { headers: fromPage })).text();
}

/** Everything that the server sends until it closes the connection, without the date. */
function exchange({ url }: RunningApp, request: string): Promise<string> {
  return new Promise((done, fail) => {
    let received = '';
    const head = `${request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(head));
    socket.setEncoding('latin1').on('data', (part) => {
      received += part;
    });
    socket.on('error', fail).on('close', () => done(received.replace(/\r\nDate: [^\r]*/g, '\r\nDate: now')));
  });
}
