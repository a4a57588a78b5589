// The recorder for Python in real apps: Flask with requests, and a bare ASGI app with httpx on uvicorn, against the fake Xero.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harErrors } from '../../src/testing/har-schema.ts';
import { ids } from '../fake-xero/operations/seed.ts';
import { startXero, type Xero } from '../fake-xero/server/server.ts';
import { clientsElsewhere } from '../recorder/clients-elsewhere.ts';
import { type RecordedEntry, readBody, readEntries, recorderAddress } from '../recorder/panel-client.ts';
import type { RunningApp } from '../recorder/run-app.ts';
import { sendRequest } from '../recorder/send-request.ts';
import { hasPython, type PythonOptions, startPython } from './python.ts';

const folder = mkdtempSync(join(tmpdir(), 'recorder-python-'));
let xero: Xero;
let token: string;

beforeAll(async () => {
  xero = await startXero({ limits: { minute: Number.POSITIVE_INFINITY } });
  token = xero.token();
  writeFileSync(join(folder, 'xero.pem'), xero.certificate);
});
afterAll(async () => {
  await xero.close();
  rmSync(folder, { recursive: true });
});

function start(file: string, { env, ...options }: PythonOptions = {}): Promise<RunningApp> {
  const certificate = join(folder, 'xero.pem');
  const trusted = { REQUESTS_CA_BUNDLE: certificate, SSL_CERT_FILE: certificate, XERO_CERTIFICATE: certificate };
  const api = `https://localhost:${xero.httpsPort}/projects.xro/2.0`;
  return startPython(file, {
    ...options,
    env: {
      XERO_API: api,
      XERO_TOKEN: token,
      XERO_TENANT: ids.tenant,
      XERO_RECORDER_APP: 'timesheets',
      ...trusted,
      ...env,
    },
  });
}

const post = (url: URL, body: object = {}) =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
const named = (entries: readonly RecordedEntry[]) =>
  entries.map(({ request, response }) => `${request.method} ${new URL(request.url).pathname} ${response.status}`);
const headersOf = ({ request }: RecordedEntry) =>
  Object.fromEntries(request.headers.map(({ name, value }) => [name.toLowerCase(), value]));

const apps = [
  { name: 'Flask with requests', file: 'flask_app.py', isInstalled: hasPython('flask', 'requests') },
  { name: 'ASGI with httpx', file: 'asgi_app.py', isInstalled: hasPython('uvicorn', 'httpx') },
];

for (const { name, file, isInstalled } of apps) {
  describe.skipIf(!isInstalled)(`${name}, if they are installed`, () => {
    let app: RunningApp;
    const at = (path: string) => new URL(path, app.url);

    beforeAll(async () => {
      app = await start(file);
    });
    afterAll(() => app?.stop());

    test('prints once that it is recording', () => {
      expect(app.stderr()).toBe('Recording Xero requests for the panel.\n');
    });

    test('a response has the header only if there is something new', async () => {
      expect(recorderAddress(await fetch(app.url))).toBeUndefined();
      const response = await fetch(at('/app/projects'));
      const header = response.headers.get('xero-inspector') ?? '';
      expect(header).toMatch(/^\?xero-inspector=[\w-]{22}\.0\.\d+$/);
      const address = new URL(header, response.url);
      const entries = await readEntries(address);
      expect(named(entries)).toEqual(['GET /projects.xro/2.0/Projects 200']);
      expect(recorderAddress(await fetch(app.url))).toBeUndefined();
      // The panel may fetch them again.
      expect(await readEntries(address)).toEqual(entries);
    });

    test('the body is a HAR with the fields of the protocol', async () => {
      const response = await fetch(at('/app/projects'));
      const address = recorderAddress(response) as URL;
      const body = await readBody(address);
      expect(harErrors(JSON.stringify(body))).toEqual([]);
      const [, key, cursor, id] = /=([\w-]+)\.(\d+)\.(\d+)$/.exec(address.search) ?? [];
      const sequence = Number(cursor) + 1;
      expect(body.log._xeroInspector).toEqual({
        protocol: 1,
        key,
        next: sequence,
        inFlight: 0,
        dropped: 0,
        more: false,
      });
      const [entry] = body.log.entries as [RecordedEntry];
      expect(entry._xeroServer).toEqual({
        sequence,
        app: 'timesheets',
        pageRequest: { id: Number(id), method: 'GET', path: '/app/projects', startedDateTime: expect.any(String) },
      });
      expect(entry.response.content.text).toBe(await response.text());
      expect(entry.request.url).toBe(`https://localhost:${xero.httpsPort}/projects.xro/2.0/Projects`);
      expect(headersOf(entry)).toMatchObject({ 'xero-tenant-id': ids.tenant, host: `localhost:${xero.httpsPort}` });
      expect(entry.time).toBeGreaterThan(0);
    });

    test('a token is stored with its claims and without its signature', async () => {
      const entries = await readEntries(recorderAddress(await fetch(at('/app/projects'))) as URL);
      const signature = token.split('.')[2] as string;
      expect(headersOf(entries[0] as RecordedEntry).authorization).toBe(`Bearer ${token.slice(0, -signature.length)}`);
      expect(JSON.stringify(entries)).not.toContain(signature);
    });

    test('a request during a streamed response appears', async () => {
      const response = await fetch(at('/app/stream'));
      const address = recorderAddress(response) as URL;
      expect(await response.text()).toBe('Projects:\n200\n');
      const entries = await readEntries(address);
      expect(entries.map(({ _xeroServer }) => _xeroServer.pageRequest?.path)).toEqual(['/app/stream']);
    });

    test('so does one after a response while the panel waits, if earlier responses of the path had one', async () => {
      await fetch(at('/app/later'));
      await expect.poll(async () => recorderAddress(await fetch(app.url))).toBeDefined();
      await readEntries(recorderAddress(await fetch(at('/app/projects'))) as URL);
      xero.control.latency(300);
      const response = await fetch(at('/app/later'));
      const started = performance.now();
      const { log } = await readBody(recorderAddress(response) as URL);
      expect(named(log.entries)).toEqual(['GET /projects.xro/2.0/Projects 200']);
      expect(log.entries[0]?._xeroServer.pageRequest?.path).toBe('/app/later');
      // It arrives before the end of the wait.
      expect(performance.now() - started).toBeLessThan(4_000);
      xero.control.latency(0);
    });

    test('the app continues to work while the panel follows', async () => {
      const { key, next } = (await readBody(recorderAddress(await fetch(at('/app/projects'))) as URL)).log
        ._xeroInspector;
      const following = readBody(at(`/?xero-inspector=${key}.${next}&follow`));
      expect(await (await fetch(app.url)).text()).toMatch(/home|Timesheets/);
      await fetch(at('/app/projects'));
      expect(named((await following).log.entries)).toEqual(['GET /projects.xro/2.0/Projects 200']);
    });

    test('a response is JSON that must not be stored, also for a page of another loopback origin', async () => {
      const address = recorderAddress(await fetch(at('/app/projects'))) as URL;
      const origin = 'http://localhost:5173';
      const { status, headers } = await sendRequest(address, { Origin: origin, 'Sec-Fetch-Site': 'cross-site' });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': origin,
        vary: 'Origin',
      });
      expect(headers).not.toHaveProperty('xero-inspector');
      const preflight = { Origin: origin, 'Access-Control-Request-Private-Network': 'true' };
      const { status: allowed, headers: allowing } = await sendRequest(address, preflight, 'OPTIONS');
      expect(allowed).toBe(204);
      expect(allowing).toMatchObject({ 'access-control-allow-private-network': 'true' });
    });

    test.each<[string, number, Record<string, string | string[]>, string?, string?]>([
      ['a name that a stranger’s DNS leads here', 403, { Host: 'evil.example' }],
      ['another site', 403, { Origin: 'https://evil.example' }],
      ['a page without an origin', 403, { Origin: 'null' }],
      ['an image of another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
      ...clientsElsewhere.map<[string, number, Record<string, string | string[]>]>(([who, headers]) => [
        who,
        403,
        headers,
      ]),
      ['a form', 405, {}, 'POST'],
      ['the key of another process', 404, {}, 'GET', `${'a'.repeat(22)}.0`],
      ['a malformed key', 404, {}, 'GET', 'x'],
    ])('%s gets an error, and the app nothing', async (_, status, headers, method, value) => {
      const address = recorderAddress(await fetch(at('/app/projects'))) as URL;
      const url = value === undefined ? address : at(`/app/broken?xero-inspector=${value}`);
      const { status: received, text } = await sendRequest(url, headers, method);
      expect(received).toBe(status);
      expect(JSON.parse(text)).toEqual({ error: expect.any(String) });
    });

    test('a program, which sends no Sec-Fetch-Site, gets an error that says what to do', async () => {
      const response = await fetch(recorderAddress(await fetch(at('/app/projects'))) as URL);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('Open the page at localhost');
    });

    test('a page under a name that the developer allowed needs no Sec-Fetch-Site', async () => {
      const named = await start(file, { env: { XERO_RECORDER_ALLOWED_HOSTS: 'app.test' } });
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

    test('a client of a tunnel gets no header, and one of a proxy on this machine does', async () => {
      const path = at('/app/projects');
      for (const [who, headers] of clientsElsewhere) {
        expect((await sendRequest(path, headers)).headers, who).not.toHaveProperty('xero-inspector');
      }
      const here = { 'X-Forwarded-For': '127.0.0.1, ::1', 'X-Forwarded-Host': 'localhost:5173' };
      expect((await sendRequest(path, here)).headers).toHaveProperty('xero-inspector');
    });

    test('two processes have different keys', async () => {
      const other = await start(file);
      try {
        const address = recorderAddress(await fetch(at('/app/projects'))) as URL;
        const { status, text } = await sendRequest(new URL(address.search, other.url));
        expect(status).toBe(404);
        expect(JSON.parse(text).error).toContain('another process');
      } finally {
        await other.stop();
      }
    });

    test('in production, it does nothing and prints why', async () => {
      const off = await start(file, { env: { ENVIRONMENT: 'production' } });
      const on = await start(file, { env: { ENVIRONMENT: 'production', XERO_RECORDER: '1' } });
      try {
        expect(off.stderr()).toBe(
          'Not recording Xero requests: ENVIRONMENT is production. XERO_RECORDER=1 records them anyway.\n',
        );
        expect(recorderAddress(await fetch(new URL('/app/projects', off.url)))).toBeUndefined();
        expect(recorderAddress(await fetch(new URL('/app/projects', on.url)))).toBeDefined();
      } finally {
        await Promise.all([off.stop(), on.stop()]);
      }
    });
  });
}

describe.skipIf(!hasPython('flask', 'requests'))('Flask, if it is installed', () => {
  let app: RunningApp;
  const at = (path: string) => new URL(path, app.url);

  beforeAll(async () => {
    app = await start('flask_app.py');
  });
  afterAll(() => app?.stop());

  test('stores both bodies, with the validation error', async () => {
    const response = await post(at('/app/projects'), { name: '' });
    expect(response.status).toBe(400);
    const [entry] = await readEntries(recorderAddress(response) as URL);
    expect(entry?.request.postData).toMatchObject({ mimeType: 'application/json', text: '{"name": ""}' });
    expect(entry?.response.content.text).toBe(await response.text());
  });

  test('no secret is stored', async () => {
    const [entry] = await readEntries(recorderAddress(await post(at('/app/secrets'))) as URL);
    expect(JSON.stringify(entry)).not.toContain('Zq7Xk2Lm');
    expect(headersOf(entry as RecordedEntry)).toMatchObject({
      cookie: '[redacted, 2 cookies, 23 characters]',
      'x-api-key': '[redacted, 16 characters]',
    });
    expect(entry?.request.postData?.text).toBe(
      'grant_type=refresh_token&refresh_token=[redacted]&client_secret=[redacted]',
    );
  });

  test('records urllib, too', async () => {
    const entries = await readEntries(recorderAddress(await fetch(at('/app/urllib'))) as URL);
    expect(named(entries)).toEqual(['GET /projects.xro/2.0/Projects 200']);
    expect(entries[0]?.response.content.text).toContain('projectId');
  });

  test('a job’s request has no page request, and a following panel gets it', async () => {
    const { key, next } = (await readBody(recorderAddress(await fetch(at('/app/projects'))) as URL)).log._xeroInspector;
    const following = readBody(at(`/?xero-inspector=${key}.${next}&follow`));
    await post(at('/app/job'));
    const [entry] = (await following).log.entries;
    expect(entry?.request.url).toContain('/ProjectsUsers');
    expect(entry?._xeroServer).not.toHaveProperty('pageRequest');
  });
});
