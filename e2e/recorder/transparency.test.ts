// The same traffic with the recorder and without: what the server receives, byte by byte, and what the app gets.

import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawServer, startRawServer } from './raw-server.ts';
import { runApp } from './run-app.ts';

const script = fileURLToPath(new URL('./traffic-client.mjs', import.meta.url));
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
});

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
  test('sends the same bytes, and gets the same', async () => {
    const server = client === 'https' ? secure : plain;
    const run = async (isRecorded: boolean) => {
      const { stdout, stderr, code } = await runApp([script, client, server.url], { isRecorded });
      return { seen: stdout.trim().split('\n'), received: server.take(), stderr, code };
    };
    const without = await run(false);
    const recorded = await run(true);
    expect(without.seen.length).toBeGreaterThan(3);
    expect(recorded.seen).toEqual(without.seen);
    expect(recorded.received).toEqual(without.received);
    expect({ code: recorded.code, stderr: recorded.stderr }).toEqual({
      code: without.code,
      stderr: `Recording Xero requests for the panel.\n${without.stderr}`,
    });
  });
});
