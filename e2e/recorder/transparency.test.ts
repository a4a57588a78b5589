// The same traffic with the recorder and without: what the server receives, byte by byte, and what the app gets.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harErrors } from '../../src/testing/har-schema.ts';
import type { RecordedEntry } from './panel-client.ts';
import { type RawServer, startRawServer } from './raw-server.ts';
import { runApp } from './run-app.ts';

const script = fileURLToPath(new URL('./traffic-client.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'recorder-traffic-'));
let plain: RawServer;
let secure: RawServer;

beforeAll(async () => {
  plain = await startRawServer();
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  secure = await startRawServer({ key, cert });
});
afterAll(async () => {
  await plain.close();
  await secure.close();
  rmSync(folder, { recursive: true });
});

const aborted =
  /^(?:ABORTED|ABORT_ERR|AbortError|TimeoutError|ECONNRESET|ECONNABORTED|ETIMEDOUT|UND_ERR_\w+|ERR_CANCELED)$/;

/** What is recorded of a request, by the last part of its path: status, body, error. */
const outcomes: Record<string, readonly [status: number, text: RegExp, error?: RegExp]> = {
  none: [204, /^$/],
  Projects: [204, /^$/],
  json: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  gzip: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  chunked: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  hints: [200, /^\{"projectId":"1","name":"Ångström"\}$/],
  redirect: [302, /^$/],
  invalid: [400, /^\{"title":"Bad Request"\}$/],
  half: [200, /^\{"half":$/, aborted],
  cut: [200, /^\{"cut":$/, aborted],
  silent: [0, /^$/, aborted],
  reset: [0, /^$/, /^ECONNRESET$/],
  malformed: [0, /^$/, /^(?:HPE_INVALID_STATUS|HTTPParserError)$/],
  large: [200, /^x+$/],
};

function expectRecorded({ request, response }: RecordedEntry): void {
  const { _error } = response as { _error?: string };
  const { headers, method, url, postData } = request;
  const name = `${method} ${url}`;
  const sent = new Map(headers.map((each) => [each.name.toLowerCase(), each.value]));
  expect([name, sent.get('authorization') ?? 'Bearer [redacted]']).toEqual([name, 'Bearer [redacted]']);
  // Mistakes of the app, and requests that were never sent.
  if (_error === 'ERR_STREAM_WRITE_AFTER_END' || _error === 'ECONNREFUSED') return;
  expect([name, sent.has('host')]).toEqual([name, true]);
  expect(postData?.text ?? '{}').toMatch(/^(?:\{\}|a=b|\{"(?:contactId|name|status)":.*\})$/);
  const [status, text = /^$/, error] = outcomes[new URL(url).pathname.split('/').at(-1) ?? ''] ?? [];
  expect([name, response.status]).toEqual([name, method === 'HEAD' ? 204 : status]);
  if (error !== undefined) expect(_error).toMatch(error);
  const { content } = response;
  // In one scenario nothing reads the response.
  if (content.comment === undefined && method !== 'HEAD') expect(content.text).toMatch(text);
}

describe.each([
  ['fetch'],
  ['undici'],
  ['http'],
  ['https'],
  ['axios'],
  ['got'],
  ['node-fetch'],
  ['superagent'],
  ['xero-node'],
])('%s', (client) => {
  test('sends and receives the same', async () => {
    const server = client === 'https' ? secure : plain;
    const har = join(folder, `${client}.har`);
    const run = async (isRecorded: boolean) => {
      const env = { XERO_RECORDER_HAR: har };
      const { stdout, stderr, code } = await runApp([script, client, server.url], { isRecorded, env });
      return { seen: stdout.trim().split('\n'), received: server.take(), stderr, code };
    };
    const without = await run(false);
    const recorded = await run(true);
    expect(without.seen.length).toBeGreaterThan(3);
    expect(recorded.seen).toEqual(without.seen);
    expect(recorded.received).toEqual(without.received);
    expect({ code: recorded.code, stderr: recorded.stderr }).toEqual({
      code: without.code,
      stderr: `Recording Xero requests in ${har} and for the panel.\n${without.stderr}`,
    });
    const text = readFileSync(har, 'utf8');
    expect(harErrors(text)).toEqual([]);
    const { entries } = JSON.parse(text).log as { entries: RecordedEntry[] };
    expect(entries.length).toBeGreaterThanOrEqual(recorded.seen.length);
    for (const entry of entries) expectRecorded(entry);
  });
});
