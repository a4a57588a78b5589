// Each request to Xero belongs to the page's request during which it was made, whichever framework handles that.

import { once } from 'node:events';
import { connect } from 'node:http2';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPage, type RecorderBody } from './panel-client.ts';
import { type RawServer, startRawServer } from './raw-server.ts';
import { startApp } from './run-app.ts';

let xero: RawServer;
beforeAll(async () => {
  xero = await startRawServer();
});
afterAll(() => xero.close());

const script = fileURLToPath(new URL('./framework-app.mjs', import.meta.url));
const names = ['one', 'two', 'three'];

type Send = (path: string, body?: string) => Promise<{ header: string; text: string }>;

const sendHttp1 =
  (root: string): Send =>
  async (path, body) => {
    const headers = { ...fromPage, 'Content-Type': 'application/json' };
    const init = body === undefined ? { headers } : { method: 'POST', body, headers };
    const response = await fetch(new URL(path, root), init);
    return { header: response.headers.get('xero-inspector') ?? '', text: await response.text() };
  };

const sendHttp2 =
  (root: string): Send =>
  async (path, body) => {
    const session = connect(root);
    const method = body === undefined ? 'GET' : 'POST';
    const stream = session.request({
      ':path': path,
      ':method': method,
      ...fromPage,
      ...(body && { 'content-type': 'application/json' }),
    });
    stream.end(body);
    const [headers] = await once(stream, 'response');
    const text = Buffer.concat(await stream.toArray()).toString();
    session.close();
    return { header: String(headers['xero-inspector'] ?? ''), text };
  };

describe.each([
  ['http', sendHttp1],
  ['http with one connection', sendHttp1],
  ['express', sendHttp1],
  ['fastify', sendHttp1],
  ['koa', sendHttp1],
  ['http2 compatibility', sendHttp2],
])('%s', (framework, sendTo) => {
  test('assigns requests to Xero to the right one of several concurrent page requests', async () => {
    const app = await startApp(script, { env: { XERO_API: xero.url }, args: [framework] });
    try {
      const send = sendTo(app.url);
      const announced = await Promise.all(
        names.map(async (name) => {
          const { header, text } = await send(`/app/${name}?private=1`, JSON.stringify({ name }));
          expect(JSON.parse(text)).toEqual({ name, status: 204 });
          return header;
        }),
      );
      expect(announced.every((header) => /^\?xero-inspector=[\w-]{22}\.0\.\d+$/.test(header))).toBe(true);
      const { text } = await send(`/app/one${announced[0]}`);
      const { entries } = (JSON.parse(text) as RecorderBody).log;
      const found = entries.map(({ request, _xeroServer: { pageRequest } }) => [
        ...[new URL(request.url).search, pageRequest?.method, pageRequest?.path],
      ]);
      expect(found.sort()).toEqual(
        names
          .flatMap((name) => [`?name=${name}`, `?name=${name}&by=http`].map((query) => [query, 'POST', `/app/${name}`]))
          .sort(),
      );
      const idOf = (path: string) =>
        new Set(
          entries.flatMap(({ _xeroServer: { pageRequest } }) => (pageRequest?.path === path ? pageRequest.id : [])),
        );
      names.forEach((name, i) => {
        expect([...idOf(`/app/${name}`)]).toEqual([Number(announced[i]?.split('.').at(-1))]);
      });
      expect(app.stderr()).toBe('Recording Xero requests for the panel.\n');
    } finally {
      await app.stop();
    }
  });
});
