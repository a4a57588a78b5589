// What the panel gets from the sample app with the recorder, against the fake Xero.

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { importHar } from '../../src/import/import-har.ts';
import { harErrors } from '../../src/testing/har-schema.ts';
import { ids } from '../fake-xero/operations/seed.ts';
import { startXero, type Xero } from '../fake-xero/server/server.ts';
import { readBody, readEntries, recorderAddress } from './panel-client.ts';
import { type RunningApp, startApp } from './run-app.ts';

let xero: Xero;
let app: RunningApp;
let token: string;

beforeAll(async () => {
  xero = await startXero();
  token = xero.token();
  const env = {
    XERO_API: `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`,
    XERO_TOKEN: token,
    XERO_TENANT: ids.tenant,
    XERO_RECORDER_APP: 'timesheets',
  };
  app = await startApp(fileURLToPath(new URL('./sample-app.mjs', import.meta.url)), { env });
}, 60_000);

afterAll(async () => {
  await app?.stop();
  await xero?.close();
});

describe('a server with the recorder', () => {
  test('prints one line about it', () => {
    expect(app.stderr()).toBe('Recording Xero requests for the panel.\n');
  });

  test('sends no header before it has made a request', async () => {
    const response = await fetch(app.url);
    expect(await response.text()).toContain('Timesheets');
    expect(response.headers.get('xero-inspector')).toBeNull();
  });

  test('announces what it recorded in the response to the request that caused it', async () => {
    const response = await fetch(new URL('/app/projects?secret=1', app.url), { method: 'POST' });
    expect(response.status).toBe(400);
    const address = recorderAddress(response);
    expect(address?.href).toMatch(/\/app\/projects\?xero-inspector=[\w-]{22}\.0\.\d+$/);
    const body = await readBody(address as URL);
    expect(body.log._xeroInspector).toMatchObject({ protocol: 1, next: 1, inFlight: 0, dropped: 0, more: false });
    const [entry] = body.log.entries;
    expect(entry?._xeroServer).toMatchObject({
      sequence: 1,
      app: 'timesheets',
      pageRequest: { id: Number(address?.search.split('.').at(-1)), method: 'POST', path: '/app/projects' },
    });
    const har = JSON.stringify(body);
    expect(harErrors(har)).toEqual([]);
    // The token's claims without its signature.
    const [header, payload, signature = ''] = token.split('.');
    expect(har).toContain(`Bearer ${header}.${payload}."`);
    expect(har).not.toContain(signature);
    const { exchanges } = await importHar(har);
    expect(exchanges.map((each) => diagnose(each).id)).toEqual(['validation-failed']);
    expect(exchanges[0]?.request).toMatchObject({
      token: { kind: 'jwt' },
      body: { kind: 'text', text: '{"name":""}' },
    });
  });

  test.each([
    ['POST', '/app/later', 202, '/Projects'],
    ['GET', '/app/stream', 200, '/Projects'],
  ])('hands over what %s %s requests after its response', async (method, path, status, requested) => {
    const response = await fetch(new URL(path, app.url), { method });
    expect(response.status).toBe(status);
    const entries = await readEntries(recorderAddress(response) as URL);
    expect(entries.map((each) => [new URL(each.request.url).pathname, each._xeroServer.pageRequest?.path])).toEqual([
      [`/projects.xro/2.0${requested}`, path],
    ]);
    await response.text();
  });
});
