// Scripted responses arrive byte for byte, directly and through the app's proxy.

import { STATUS_CODES } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleRequest, sampleResponse, samples } from '../../../src/testing/fixtures/samples.ts';
import type { HttpResponse } from '../http/http-messages.ts';
import { type FailureId, failures } from '../scenarios/failures.ts';
import { startXero, type Xero } from './server.ts';

let xero: Xero;
beforeAll(async () => {
  xero = await startXero();
});
afterAll(() => xero.close());

const failureRows: [string, HttpResponse][] = Object.entries(failures);
const sampleRows = samples.map(({ id }): [string, HttpResponse] => [id, sampleResponse(id)]);
const path = '/projects.xro/2.0/Projects';

describe.each(['api.xero.com', 'the proxy'] as const)('%s sends byte for byte', (host) => {
  test.each([...failureRows, ...sampleRows])('%s', async (id, response) => {
    xero.control.next(id as FailureId);
    const { method, path } = id in failures ? sampleRequest('gw-429-minute') : sampleRequest(id);
    const isProjects = path.startsWith('/projects.xro/');
    expect(await wire(host, method, isProjects ? path : '/projects.xro/2.0/Projects')).toBe(asText(response));
  });

  test('repeated headers in their case and order, and a custom status text', async () => {
    const headers = [
      ['X-B', '1'],
      ['x-a', '2'],
      ['X-B', '3'],
      ['Content-Length', '2'],
    ] as const;
    const response: HttpResponse = { status: 400, statusText: 'Nope', headers, body: 'no' };
    xero.control.next(response);
    expect(await wire(host, 'GET', path)).toBe(asText(response));
  });

  test('a truncated body', async () => {
    xero.control.next({ status: 200, headers: [], body: '{"items":[', action: 'cut' });
    expect(await wire(host, 'GET', path)).toBe('HTTP/1.1 200 OK\r\nContent-Length: 1034\r\n\r\n{"items":[');
  });

  test('a body of 50 MB', async () => {
    const body = Buffer.alloc(50 * 1024 * 1024, 'x');
    xero.control.next({ status: 200, headers: [], body });
    const received = await wire(host, 'GET', path);
    expect(received.length).toBe(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`.length + body.length);
  });
});

test('sends the queued responses in order, then the fallback, until reset', async () => {
  xero.control.next('maintenance', { times: 2 });
  xero.control.next('not-found');
  xero.control.always('server-error');
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push(await status());
  xero.control.reset();
  expect([...statuses, await status()]).toEqual([503, 503, 404, 500, 500, 401]);
});

test('an unknown scenario throws an error that names it', () => {
  expect(() => xero.control.next('no-such')).toThrow('`no-such` is neither a failure nor a recorded response.');
});

async function status(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${xero.appPort}${path}`);
  await response.text();
  return response.status;
}

/**
 * The response on a separate connection, to its last byte. If the response leaves the connection open, the response to a second request
 * shows where the first one ends.
 */
function wire(host: 'api.xero.com' | 'the proxy', method: string, path: string): Promise<string> {
  const address = { host: '127.0.0.1', port: host === 'the proxy' ? xero.appPort : xero.httpsPort };
  const socket =
    host === 'the proxy'
      ? connectPlain(address)
      : connectTls({ ...address, servername: 'api.xero.com', ca: xero.certificate });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A connection that is dropped on purpose ends in an error.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(withoutLast(Buffer.concat(chunks).toString('latin1'))));
    for (const line of [`${method} ${path}`, 'GET /__app/none'])
      socket.write(`${line} HTTP/1.1\r\nHost: api.xero.com\r\n\r\n`);
  });
}

function withoutLast(received: string): string {
  const last =
    'HTTP/1.1 404 Not Found\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: 25\r\n\r\nThe app has no such file.';
  return received.endsWith(last) ? received.slice(0, -last.length) : received;
}

function asText({ status, statusText = STATUS_CODES[status], headers, body, action }: HttpResponse): string {
  if (action === 'drop') return '';
  const isFramed = headers.some(([name]) => name.toLowerCase() === 'content-length');
  const framing = isFramed || body.length === 0 ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const];
  const lines = [...headers, ...framing].map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${statusText}\r\n${lines.join('')}\r\n${body}`).toString('latin1');
}
